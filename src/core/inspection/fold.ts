// Not all of \p{M}: vowel signs of Indic scripts and the voicing mark of kana make other words, not accents.
const ACCENTS =
  // oxlint-disable-next-line no-misleading-character-class -- single combining marks are what is meant
  /[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;
/** Soft hyphen, zero-width characters, direction marks: nobody types them. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
// oxlint-disable-next-line no-control-regex -- plain ASCII, control characters included, needs no folding
const BEYOND_ASCII = /[^\u0000-\u007f]/;
/** Nothing else than single spaces leaves most texts as they are: looking costs less than replacing. */
const ODD_SPACE = /[^\S ]| {2}/;

/** What the search compares: no case, accents or invisible characters. Upper case, as it makes one of ß and ss, and of both small sigmas. */
export function fold(text: string): string {
  const plain = BEYOND_ASCII.test(text) ? text.normalize('NFKD').replace(ACCENTS, '').replace(INVISIBLE, '') : text;
  const upper = plain.toLowerCase().toUpperCase();
  return (ODD_SPACE.test(upper) ? upper.replace(/\s+/g, ' ') : upper).trim();
}
