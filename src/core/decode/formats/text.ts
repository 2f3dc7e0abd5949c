import type { Problem } from '../../problem.ts';
import type { Format } from '../format.ts';
import { innerPayload } from '../payload.ts';
import { relaxedToJson } from '../python.ts';

const SHOWN_CHARACTERS = 40;

/** Recognised text: UTF-8, passed on exactly as it came, NUL and direction marks included. */
export const textFormat: Format = {
  name: 'Text',
  matches: (_payload, { kind }) => kind === 'recognition',
  read: (payload) => {
    const { text, problems } = payload.text();
    return { as: 'text', text, problems: [...problems, ...encodedTwice(), ...asPython(payload.where, text)] };

    function encodedTwice(): Problem[] {
      const inner = innerPayload(payload)?.text().text;
      if (inner === undefined) return [];
      const begins = inner.length > SHOWN_CHARACTERS ? `${inner.slice(0, SHOWN_CHARACTERS)}...` : inner;
      const what = `reads like Base64 of ${JSON.stringify(begins)}: it may have been encoded twice. It is shown as it came`;
      return [{ where: payload.where, what, severity: 'warning' }];
    }
  },
};

/** A font is told so by IdentifyFont: `{'style': 'regular', 'font': ['tahoma']}`. */
function asPython(where: string, text: string): Problem[] {
  if (!/^\s*[[{(]\s*['{[(]/.test(text.slice(0, 200)) || !/[\]})]\s*$/.test(text.slice(-200))) return [];
  if (!text.includes("'") || !relaxedToJson(text)?.python) return [];
  const what = 'is written as Python prints it, and not as JSON. It is shown as it came';
  return [{ where, what, severity: 'note' }];
}
