import type { Problem } from '../core/problem.ts';

/** null when it worked, else why not and what to do. */
export type Copied = Problem | null;

/** The part of a page that copying needs; tests bring their own. */
export interface ClipboardPage {
  readonly isSecureContext: boolean;
  readonly navigator: { readonly clipboard?: Pick<Clipboard, 'write' | 'writeText'> };
}

export async function copyText(text: string, page: ClipboardPage = globalThis): Promise<Copied> {
  const { clipboard } = page.navigator;
  if (!clipboard) return unavailable(page, 'Select the text and press Ctrl+C instead.');
  try {
    await clipboard.writeText(text);
    return null;
  } catch {
    return refused('Select the text and press Ctrl+C instead.');
  }
}

/**
 * Copies a PNG; the clipboard takes no other image type. Pass a promise for a picture that is yet to be made: the browser asks
 * for the copy while the click is still fresh.
 */
export async function copyPng(png: Blob | Promise<Blob>, page: ClipboardPage = globalThis): Promise<Copied> {
  const { clipboard } = page.navigator;
  const instead = 'Save the crop instead.';
  if (!clipboard || typeof ClipboardItem === 'undefined') {
    Promise.resolve(png).catch(() => {});
    return unavailable(page, instead);
  }
  // Looked at on its own, so that a crop that fails is not told as a clipboard that refuses.
  const outcome = Promise.resolve(png).then(
    () => null,
    (error: unknown) => problem(error instanceof Error ? error.message : String(error), instead),
  );
  try {
    await clipboard.write([new ClipboardItem({ 'image/png': png })]);
    return await outcome;
  } catch {
    return (await outcome) ?? refused(instead);
  }
}

function unavailable(page: ClipboardPage, instead: string): Problem {
  return page.isSecureContext
    ? problem('This browser does not let pages copy to the clipboard', instead)
    : problem(
        'Copying needs a secure page, and this one came over plain http from another machine',
        `${instead} Or open the page through https, or on the machine itself as http://localhost.`,
      );
}

function refused(instead: string): Problem {
  return problem('The browser did not allow copying', `Click into the page and try again. ${instead}`);
}

function problem(what: string, todo: string): Problem {
  return { where: 'Clipboard', what, todo, severity: 'error' };
}
