/** Characters that turn up in copied tokens and keys, by name. */
const NAMES: Readonly<Record<string, string>> = {
  '…': 'an ellipsis (one character, not three dots)',
  '–': 'an en dash',
  '—': 'an em dash',
  '‑': 'a non-breaking hyphen',
  '−': 'a minus sign',
  '“': 'a curly quote',
  '”': 'a curly quote',
  '‘': 'a curly quote',
  '’': 'a curly quote',
  '•': 'a bullet, as hidden passwords show',
  '●': 'a dot, as hidden passwords show',
  '\u00AD': 'a soft hyphen',
  '\u200C': 'a zero-width non-joiner',
  '\u200D': 'a zero-width joiner',
  '\u200E': 'a left-to-right mark',
  '\u200F': 'a right-to-left mark',
  '\uFFFD': 'a replacement character',
  '\0': 'a NUL',
};

/** Visible ASCII: all that a token is written in (RFC 6750, b64token), and all that every server reads alike. */
export function isHeaderCharacter(character: string): boolean {
  return character >= '!' && character <= '~';
}

/** `“…”, an ellipsis`, `“я” (U+044F)`, `a control character (U+0007)`. */
export function characterName(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const visible = /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character);
  const name = NAMES[character];
  if (name !== undefined) return visible ? `“${character}”, ${name}` : `${name} (U+${code})`;
  if (visible) return `“${character}” (U+${code})`;
  return /^\p{Cc}$/u.test(character) ? `a control character (U+${code})` : `an invisible character (U+${code})`;
}
