import { ENDPOINTS } from '../ocr/contract.ts';
import type { Problem } from '../problem.ts';
import { type FoundTask } from './intake.ts';
import { isPlaceholder } from './placeholder.ts';

/** Longer than any id that was ever seen, shorter than anything that could be smuggled in as one. */
export const LONGEST_ID = 200;

/**
 * A GUID, or nearly: the documentation itself shows ids with letters beyond F (`TTS01232-...`) and with a last group of 11.
 * The service tells what is an id; this only tells what looks like one among other words.
 */
const ID = /(?<![\w-])(?:[0-9a-z]{8}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{11,12}|[0-9a-f]{32})(?![\w-])/gi;
const DETECTION = /detect/i;
const RECOGNITION = /recogni[tsz]/i;
/** Ids beyond this many are not a paste but a log. */
const MOST_IDS = 20;

export function isTaskId(text: string): boolean {
  const bare = text.replace(/^\{|\}$/g, '');
  return bare.match(ID)?.[0] === bare;
}

/**
 * All ids among other words. A line, or the one before it, tells the kind by the word "detection" or "recognition", and the
 * endpoint by its name.
 */
export function idsInText(text: string): readonly FoundTask[] {
  const found: FoundTask[] = [];
  let heading: Said | null = null;
  for (const line of text.slice(0, 100_000).split(/\r?\n/)) {
    const here = saidInWords(line.replace(ID, ' '));
    const ids = line.match(ID) ?? [];
    for (const id of ids) {
      if (found.length < MOST_IDS && !found.some((task) => task.id === id))
        found.push({ id, ...(here ?? heading ?? NOTHING_SAID) });
    }
    heading = ids.length > 0 ? null : (here ?? (line.trim() === '' ? heading : null));
  }
  return found;
}

/** Why something given as an id cannot be one; null when it may be. */
export function idProblem(id: string): Problem | null {
  const where = 'Task ID';
  if (isPlaceholder(id)) {
    return {
      where,
      what: `is a placeholder (${id.slice(0, 40)})`,
      todo: 'Put your own ID in its place.',
      severity: 'warning',
    };
  }
  if (id.length > LONGEST_ID) {
    return { where, what: `is longer than ${LONGEST_ID} characters, so it is not used`, severity: 'warning' };
  }
  return null;
}

type Said = Pick<FoundTask, 'kind' | 'endpoint'>;
const NOTHING_SAID: Said = { kind: null, endpoint: null };

function saidInWords(words: string): Said | null {
  const each = new Set(words.toLowerCase().split(/[^a-z0-9]+/));
  const [only, another] = ENDPOINTS.filter(({ name }) => each.has(name.toLowerCase()));
  if (only && !another) return { kind: only.kind, endpoint: only.name };
  const detection = DETECTION.test(words);
  if (detection === RECOGNITION.test(words)) return null;
  return { kind: detection ? 'detection' : 'recognition', endpoint: null };
}
