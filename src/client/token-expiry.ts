import * as v from 'valibot';

const Claims = v.object({ exp: v.pipe(v.number(), v.finite()) });

/**
 * `exp` of a JWT in ms since the epoch, or null when the token is none or does not say. Never throws.
 * Tokens of the service are JWTs with `exp` (claims of the sample in the platform's documentation); their life differs,
 * so it is read and never assumed.
 */
export function tokenExpiry(token: string): number | null {
  const payload = token.split('.')[1];
  if (!payload) return null;
  try {
    const base64 = payload.replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const claims = v.safeParse(Claims, JSON.parse(new TextDecoder().decode(bytes)));
    return claims.success ? claims.output.exp * 1000 : null;
  } catch {
    return null;
  }
}
