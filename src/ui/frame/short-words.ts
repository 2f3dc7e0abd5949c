import type { FrameCheck } from '../../core/frame-check/check.ts';
import { AS_RECEIVED, type FrameSetting } from '../../core/geometry/frame-setting.ts';
import { numberInWords, settingInWords } from '../../core/geometry/frame-words.ts';
import type { Orientation } from '../../core/geometry/orientation.ts';
import { conditionInWords, type ExifUse } from './verdict-words.ts';

/** `Fits only if scaled by 2`, for the line over the picture; null where the verdict asks for nothing. */
export function verdictInShort({ verdict, suggestions: [best] }: FrameCheck, use: ExifUse): string | null {
  const how = best && conditionInWords(best.setting, use);
  switch (verdict) {
    case 'fits':
      return null;
    case 'fits only if':
      return `Fits only if ${how ?? 'placed otherwise'}`;
    case 'does not fit':
      return how === undefined ? 'Does not fit this image' : `Does not fit; would if ${how}`;
    case 'cannot tell':
      return how === undefined ? 'Cannot tell whether it fits' : `Cannot tell; would fit if ${how}`;
  }
}

/** `×2 · 5° · +186, +88 px`: the parts that change come last, so nothing of them may be cut off. A single part is told in full. */
export function settingInShort({ scaleX, scaleY, orientation, degrees, x, y }: FrameSetting): string {
  const parts = [
    { said: scaleInShort(scaleX, scaleY), of: { scaleX, scaleY } },
    { said: TURNS[orientation], of: { orientation } },
    { said: degrees === 0 ? null : `${numberInWords(degrees, 1)}°`, of: { degrees } },
    { said: x === 0 && y === 0 ? null : `${signed(x)}, ${signed(y)} px`, of: { x, y } },
  ].filter(({ said }) => said !== null);
  const [first, ...others] = parts;
  if (!first || others.length === 0) return settingInWords({ ...AS_RECEIVED, ...first?.of });
  return parts.map(({ said }) => said).join(' · ');
}

const TURNS: Record<Orientation, string | null> = {
  1: null,
  2: 'mirrored',
  3: '180°',
  4: 'mirrored down',
  5: 'mirrored −90°',
  6: '90°',
  7: 'mirrored 90°',
  8: '−90°',
};

function scaleInShort(scaleX: number, scaleY: number): string | null {
  if (scaleX === 1 && scaleY === 1) return null;
  const [wide, high] = [numberInWords(scaleX, 3), numberInWords(scaleY, 3)];
  return wide === high ? `×${wide}` : `×${wide} by ×${high}`;
}

function signed(value: number): string {
  const words = numberInWords(Math.abs(value), 1);
  if (words === '0') return '0';
  return `${value > 0 ? '+' : '−'}${words}`;
}
