import { CROP_FORMATS, type CropFormat } from './crop-format.ts';

/** Every name inside a ZIP matches this: it unpacks the same on every system, and cannot leave its folder. */
export const SAFE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
export const DEFAULT_PATTERN = '{index}';

/** What may stand in a pattern, and what it becomes. */
export const PLACEHOLDERS = ['index', 'text', 'x1', 'y1', 'x2', 'y2', 'width', 'height', 'image'] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];
export type NameParts = Readonly<Record<Placeholder, string>>;

const LONGEST = 100;
/** One text must not eat the whole name. */
const LONGEST_TEXT = 40;
/** Windows opens devices under these names, whatever comes after the first dot. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** Words for the field of the pattern; null when it is fine. */
export function patternProblem(pattern: string): string | null {
  if (pattern.trim() === '') return `An empty pattern means ${DEFAULT_PATTERN}.`;
  const known: readonly string[] = PLACEHOLDERS;
  const unknown = [...pattern.matchAll(/\{([^{}]*)\}/g)]
    .map(([, word = '']) => word)
    .find((word) => !known.includes(word));
  if (unknown === undefined) return null;
  return `{${unknown}} is not known. These are: ${PLACEHOLDERS.map((one) => `{${one}}`).join(' ')}.`;
}

/** A number as wide as the largest one needs, three digits at least: 001, 002 ... */
export function paddedIndex(index: number, largest: number): string {
  return String(index).padStart(Math.max(3, String(largest).length), '0');
}

/** The stem that a pattern gives, safe, not yet unique. Falls back to the index when nothing is left. */
export function stemOf(pattern: string, parts: NameParts): string {
  const known: readonly string[] = PLACEHOLDERS;
  const isKnown = (word: string): word is Placeholder => known.includes(word);
  const filled = (pattern.trim() || DEFAULT_PATTERN).replace(/\{([^{}]*)\}/g, (whole, word: string) => {
    if (!isKnown(word)) return whole;
    return word === 'text' ? safe(parts.text).slice(0, LONGEST_TEXT) : parts[word];
  });
  return safe(filled) || safe(parts.index) || 'crop';
}

/**
 * Gives out names that differ even where capitals do not count, and that no system reserves.
 * `next` is called once per file, in order; the same calls give the same names.
 */
export function namer(extension: string): { next(stem: string): string } {
  const taken = new Set<string>();
  const counters = new Map<string, number>();
  const room = LONGEST - extension.length - 1;
  return {
    next(stem) {
      const clean = trimmed(stem) || 'crop';
      const base = RESERVED.test(clean) ? `file-${clean}` : clean;
      const key = base.slice(0, room).toLowerCase();
      let name = `${trimmed(base.slice(0, room))}.${extension}`;
      for (let n = counters.get(key) ?? 1; taken.has(name.toLowerCase());) {
        n += 1;
        counters.set(key, n);
        const suffix = `-${n}`;
        name = `${trimmed(base.slice(0, room - suffix.length))}${suffix}.${extension}`;
      }
      taken.add(name.toLowerCase());
      return name;
    },
  };
}

/**
 * The image's own name without its extension, for names of downloads: it keeps its letters, whatever the script, and loses what
 * file systems refuse and what hides or turns text.
 */
export function imageStem(imageName: string | null): string {
  const last = (imageName ?? '').split(/[\\/]/).at(-1) ?? '';
  const clean = last
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .normalize('NFC')
    .replace(/[\p{C}\p{Zl}\p{Zp}<>:"|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.=+@-]+|[\s.]+$/g, '');
  const stem = Array.from(clean).slice(0, 80).join('').trimEnd();
  if (stem === '') return 'image';
  return RESERVED.test(stem) ? `image-${stem}` : stem;
}

/** `<image name>-crops.zip` */
export function archiveName(imageName: string | null): string {
  return `${imageStem(imageName)}-crops.zip`;
}

/** `<image name>-region-<N>.<ext>` */
export function singleCropName(imageName: string | null, number: number, format: CropFormat): string {
  return `${imageStem(imageName)}-region-${number}.${CROP_FORMATS[format].extension}`;
}

/** Letters lose their accents; whatever is not safe becomes one hyphen. */
function safe(text: string): string {
  const plain = text
    .slice(0, 1_000)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/-{2,}/g, '-')
    .replace(/\.{2,}/g, '.');
  return trimmed(plain.slice(0, LONGEST));
}

/** A name starts with a letter or digit and does not end in a dot or hyphen. */
function trimmed(name: string): string {
  return name.replace(/^[^A-Za-z0-9]+|[._-]+$/g, '');
}
