import { isExifTurn } from '../../core/geometry/exif-frame.ts';
import { type FrameSetting, isAsReceived, isSameSetting } from '../../core/geometry/frame-setting.ts';
import { settingInWords } from '../../core/geometry/frame-words.ts';
import type { Orientation } from '../../core/geometry/orientation.ts';
import type { Doubt, FrameCheck } from '../../core/frame-check/check.ts';

/** What the EXIF of the file asks for, and what of it is applied. Both are 1 without. */
export interface ExifUse {
  readonly exif: Orientation;
  readonly shown: Orientation;
}

const DOUBTS: Record<Doubt, string> = {
  'few regions': 'too few regions',
  'one large region': 'one region takes up most of the page',
  'blank page': 'the page is almost blank',
  'fits in several ways': 'the regions fit in several ways',
  'no agreement': 'no way of placing the regions agrees with the ink',
};

/** `Fits: the regions lie on the ink.`: of the rectangles as received, whatever setting is in use. */
export function verdictInWords(check: FrameCheck, regions: number, use: ExifUse): string {
  const beyond = outsideInWords(check, regions);
  const [best] = check.suggestions;
  switch (check.verdict) {
    case 'fits':
      return `Fits: the regions lie on the ink${beyond === null ? '' : `, but ${beyond}`}.`;
    case 'does not fit':
      return `Does not fit: ${beyond ?? 'the regions lie beside the ink'}.`;
    case 'fits only if': {
      const how = best ? conditionInWords(best.setting, use) : 'placed otherwise';
      return `Fits only if ${how}${beyond === null ? '' : `: ${beyond}`}.`;
    }
    case 'cannot tell': {
      const why = check.doubt === null ? 'the pixels do not say' : DOUBTS[check.doubt];
      return `Cannot tell: ${why}${beyond === null ? '' : `, and ${beyond}`}.`;
    }
  }
}

/** `scaled by 2`, or which of the two ways of reading the file it comes to. */
export function suggestionInWords(setting: FrameSetting, { exif, shown }: ExifUse): string {
  if (!isExifTurn(setting, exif, shown)) return settingInWords(setting);
  return shown === 1
    ? `fits the pixels turned upright (EXIF orientation ${exif} applied)`
    : `fits the pixels as stored (EXIF orientation ${exif} ignored)`;
}

/** `Fits, scaled by 2.`: what the check says of the setting in use; null unless it is one that it suggested. */
export function suggestedInWords(check: FrameCheck, setting: FrameSetting): string | null {
  const at = check.suggestions.findIndex((one) => isSameSetting(one.setting, setting));
  if (at === -1) return null;
  const fits = `Fits, ${settingInWords(setting)}`;
  if (check.verdict !== 'fits only if') return check.suggestions.length > 1 ? `${fits}; so do other ways.` : `${fits}.`;
  return at === 0 ? `${fits}.` : `${fits}; the first suggestion fits better.`;
}

/** What the person's own setting has to do with the verdict; null while none is in use. */
export function inUseWords(check: FrameCheck, setting: FrameSetting): string | null {
  if (isAsReceived(setting) || suggestedInWords(check, setting) !== null) return null;
  const words = settingInWords(setting);
  if (check.verdict === 'fits') return `In use: ${words}. As received they fit.`;
  return `In use: ${words}. The verdict is of the regions as received.`;
}

/** What goes after `if`. */
export function conditionInWords(setting: FrameSetting, { exif, shown }: ExifUse): string {
  if (!isExifTurn(setting, exif, shown)) return settingInWords(setting);
  return shown === 1 ? `EXIF orientation ${exif} is applied` : `EXIF orientation ${exif} is ignored`;
}

function outsideInWords({ outside }: FrameCheck, regions: number): string | null {
  if (!outside || outside.count === 0) return null;
  const { count, by } = outside;
  const verb = count === 1 ? 'lies' : 'lie';
  return `${number(count)} of ${number(regions)} regions ${verb} outside by up to ${number(Math.max(1, Math.round(by)))} px`;
}

function number(value: number): string {
  return value.toLocaleString('en');
}
