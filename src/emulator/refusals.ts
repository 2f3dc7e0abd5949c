import { html, json, problem } from './answer.ts';

/**
 * Tokens by name, each with another way to be turned away. The live service's body is unknown, so all that its
 * documents show are here. No token at all and a JWT whose `exp` is past are refused too; any other token is good.
 */
const REFUSED: Readonly<Record<string, (now: number, newId: () => string) => Response>> = {
  // ProblemDetails as text/plain, as the OpenAPI file declares it.
  expired: () => expired('The token has expired.'),
  // The gateway's JSON.
  wrong: (now, newId) => json(gatewayBody(newId(), now), 401),
  html: () => html('401 Authorization Required', 401),
  empty: () => new Response(null, { status: 401 }),
  forbidden: () => problem(403, 'Forbidden', 'This subscription does not include Aspose.OCR Cloud.'),
};

/** The answer that turns a request away, or null when its token is good. `now` in milliseconds since the epoch. */
export function refusal(request: Request, now: number, newId: () => string): Response | null {
  const token = /^Bearer +(\S+)$/i.exec(request.headers.get('Authorization') ?? '')?.[1];
  if (token === undefined) return new Response(null, { status: 401, headers: { 'WWW-Authenticate': 'Bearer' } });
  if (Object.hasOwn(REFUSED, token)) return REFUSED[token]?.(now, newId) ?? null;
  const until = expiryOf(token);
  if (until === null || until * 1_000 > now) return null;
  return expired(`The token expired at '${new Date(until * 1_000).toUTCString()}'`);
}

function expired(detail: string): Response {
  return problem(401, 'Unauthorized', detail, {
    'WWW-Authenticate': `Bearer error="invalid_token", error_description="${detail}"`,
  });
}

/** As documented for Aspose.Words Cloud in 2026. */
function gatewayBody(requestId: string, now: number): string {
  return JSON.stringify({
    requestId,
    error: {
      code: 'errorAuthorization',
      message: 'Unauthorized',
      description: 'Operation Failed. The authorization data is incorrect.',
      dateTime: new Date(now).toISOString(),
      innerError: null,
    },
  });
}

/** `exp` of a JWT in seconds since the epoch, or null for a token that is no JWT or has none. */
function expiryOf(token: string): number | null {
  const claims = token.split('.')[1];
  if (claims === undefined) return null;
  try {
    const parsed: unknown = JSON.parse(atob(claims.replaceAll('-', '+').replaceAll('_', '/')));
    const exp = typeof parsed === 'object' && parsed !== null && 'exp' in parsed ? parsed.exp : null;
    // Beyond this a Date cannot be written, and no token lives that long.
    return typeof exp === 'number' && Math.abs(exp) < 8.64e12 ? exp : null;
  } catch {
    return null;
  }
}
