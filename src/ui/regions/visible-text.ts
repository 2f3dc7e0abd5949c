/** A run of a text as it is shown: plain, or one character that would be invisible or would reorder what follows. */
export interface TextPiece {
  readonly text: string;
  /** `U+0000` and so on; absent for plain runs. */
  readonly control?: string;
}

/**
 * What cannot be seen, or changes the order of what is around it: C0 and C1 controls except tab and line ends, DEL,
 * zero-width space, BOM, bidi embeddings, overrides and isolates, and lone surrogates. Joiners and bidi marks are left alone:
 * Indic and Persian words and emoji need them.
 */
const UNSEEN =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069\ufeff]|\r(?!\n)|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text in runs, so that unseen characters can be drawn as marks of their own. Nothing is lost: joined, they spell the text. */
export function textPieces(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const found of text.matchAll(UNSEEN)) {
    if (found.index > from) pieces.push({ text: text.slice(from, found.index) });
    pieces.push({ text: found[0], control: codeName(found[0]) });
    from = found.index + found[0].length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}

/** One line for a row of the list: unseen characters become their pictures (NUL is U+2400) or U+FFFD, one for one. */
export function visibleLine(text: string): string {
  return text.replace(UNSEEN, (character) => {
    const code = character.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '\u2421' : '\ufffd';
  });
}

function codeName(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
