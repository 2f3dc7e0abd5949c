import type { Problem } from '../core/problem.ts';
import { useNotices } from '../state/notices.ts';
import type { Part } from '../ui/kit/part.ts';
import { PARTS } from './parts.ts';
import type { TakeIn, TakeInTools } from './take-in.ts';

/** What the page's fields and its drop target are given: `TakeIn`, whether the code behind it is there yet or not. */
export interface LateTakeIn extends Pick<TakeIn, 'image' | 'intoField'> {
  readonly anything: (text: string) => Promise<boolean>;
}

interface Intake {
  readonly takeIn: (tools: TakeInTools) => TakeIn;
}

export function lateTakeIn(tools: TakeInTools, part: Pick<Part<Intake>, 'state' | 'load'> = PARTS.intake): LateTakeIn {
  let made: TakeIn | null = null;
  const ready = () => {
    const { module } = part.state();
    made ??= module && module.takeIn(tools);
    return made;
  };
  /** Rejects in words. */
  const coming = async () => {
    await part.load('quietly');
    const takeIn = ready();
    if (!takeIn) throw new Error('The part that reads what is given did not come');
    return takeIn;
  };

  return {
    image: (file, name) => {
      const takeIn = ready();
      if (takeIn) {
        takeIn.image(file, name);
        return;
      }
      const { setOpeningImage, tell } = useNotices.getState();
      setOpeningImage(true);
      coming().then(
        (late) => late.image(file, name),
        (error: unknown) => {
          setOpeningImage(false);
          tell('image', inWords('Source image', error));
        },
      );
    },
    anything: async (text) => {
      const { say, tell } = useNotices.getState();
      const takeIn = ready();
      if (takeIn) return takeIn.anything(text);
      say('Getting ready to read…');
      try {
        const late = await coming();
        return late.anything(text);
      } catch (error) {
        say(null);
        tell('paste', inWords('', error));
        return false;
      }
    },
    intoField: (field, text) => {
      const takeIn = ready();
      if (takeIn) return takeIn.intoField(field, text);
      if (BARE_WORD.test(text.trim())) return false;
      const target = document.activeElement;
      // Held back until it is known where it belongs; not understood, it stands where it was pasted after all.
      coming().then(
        (late) => late.intoField(field, text) || insert(target, text),
        () => insert(target, text),
      );
      return true;
    },
  };
}

/** An id or an opaque token, which is the field's own text. A JWT is a token wherever it is pasted. */
const BARE_WORD = /^(?!eyJ)[\w.~+=-]*$/;

function insert(target: Element | null, text: string): void {
  if (!(target instanceof HTMLInputElement)) return;
  target.setRangeText(text.trim(), target.selectionStart ?? 0, target.selectionEnd ?? target.value.length, 'end');
  target.dispatchEvent(new Event('input', { bubbles: true }));
}

function inWords(where: string, error: unknown): Problem {
  return {
    where,
    what: error instanceof Error ? error.message : 'the part that reads what is given could not be loaded',
    todo: 'Look whether the server of this page still runs, then try again.',
    severity: 'error',
  };
}
