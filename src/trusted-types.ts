/**
 * The default Trusted Types policy, imported before anything else. It lets through what the page's libraries need
 * and nothing besides: Konva clears its container with an empty string, workers start from the page's own assets.
 */

/** The part of the browser's factory that is used; not every browser has one, and TypeScript's DOM does not know it. */
export interface PolicyFactory {
  createPolicy(name: string, rules: Readonly<Record<string, (input: string) => string>>): unknown;
}

declare global {
  var trustedTypes: PolicyFactory | undefined;
}

globalThis.trustedTypes?.createPolicy('default', {
  createHTML: (html) => {
    if (html === '') return html;
    throw new TypeError('Regionscope writes no HTML from text.');
  },
  createScriptURL: (address) => {
    const url = new URL(address, document.baseURI);
    if (url.href.startsWith(new URL('assets/', document.baseURI).href)) return url.href;
    throw new TypeError('Regionscope runs scripts from its own assets only.');
  },
});
