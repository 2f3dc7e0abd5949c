/** The digits of Base64, RFC 4648 section 4: value -> character. */
export const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** More than any six bits, also when several are joined by `|`. */
export const NOT_A_SEXTET = 255;

/** Character code -> six bits, standard alphabet. */
export const STANDARD = sextets('+/');
/** Both alphabets: RFC 4648 section 4 and section 5. */
export const EITHER = sextets('+/', '-_');

function sextets(...lastTwo: readonly string[]): Uint8Array {
  const table = new Uint8Array(256).fill(NOT_A_SEXTET);
  for (const pair of lastTwo) {
    const alphabet = ALPHABET.slice(0, 62) + pair;
    for (let value = 0; value < 64; value += 1) table[alphabet.charCodeAt(value)] = value;
  }
  return table;
}
