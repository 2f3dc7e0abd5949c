import type { ConnectionId } from '../core/ocr/connection.ts';
import type { TokenStanding } from '../core/ocr/poll-policy.ts';
import type { Problem } from '../core/problem.ts';

/** What can go wrong with an attempt, in the words of the page. `where` is the task, as its group is named. */

export function unreachable(where: string, connection: ConnectionId): Problem {
  switch (connection) {
    case 'direct':
      return warning(
        where,
        'the service could not be asked from this page. It may not let browsers in (CORS), this computer may be offline, or the service may be down: the browser does not tell which',
        'Choose “Through this server” where it is offered, or wait for the next check.',
      );
    case 'server':
      return warning(
        where,
        'the server of this page does not answer',
        'Look whether `npm start` still runs and the network is up.',
      );
    case 'sample':
      return warning(where, 'the built-in sample broke the connection', 'It is asked again by itself.');
  }
}

export function proxyFailed(where: string, said: string | null): Problem {
  const why = said === null ? '' : `: ${said}`;
  return warning(
    where,
    `the server of this page could not reach the service${why}`,
    'Look at its network and its OCR_API_URL.',
  );
}

export function timedOut(where: string, waiting: 'headers' | 'body'): Problem {
  const what = waiting === 'headers' ? 'no answer came within 60 s' : 'the answer stopped arriving for 15 s';
  return warning(where, what, 'It is asked again by itself.');
}

export function cutOff(where: string, bytes: number): Problem {
  return warning(
    where,
    `the connection broke after ${bytes.toLocaleString('en')} bytes of the answer`,
    'It is asked again by itself.',
  );
}

export function tooLarge(where: string): Problem {
  return {
    where,
    what: 'the answer is larger than 64 MiB, which is refused so that the page stays usable',
    todo: 'Fetch it with curl, and ask for fewer regions at a time.',
    severity: 'error',
  };
}

export function noToken(where: string, standing: TokenStanding): Problem {
  const what = standing === 'refused' ? 'the service refused the access token' : 'there is no access token to ask with';
  return { where, what, todo: 'Give a new one, and it goes on.', severity: 'error' };
}

export function unauthorized(where: string, status: 401 | 403, said: string | null): Problem {
  const named = status === 401 ? '401 Unauthorized' : '403 Forbidden';
  return {
    where,
    what: `the service refused the access token (${named}${quoted(said, named.slice(4))})`,
    todo: 'It may have expired: get a new one. Nothing more is asked with this one.',
    severity: 'error',
  };
}

export function askedToWait(where: string, status: number, retryAfterMs: number | null, said: string | null): Problem {
  const named = status === 429 ? '429 Too Many Requests' : `${status} Service Unavailable`;
  const wait =
    retryAfterMs === null ? 'the service asks to slow down' : `the service asks to wait ${seconds(retryAfterMs)}`;
  return warning(where, `${wait} (${named}${quoted(said, named.slice(4))})`, 'All checks of this service wait.');
}

export function serverError(where: string, status: number, said: string | null): Problem {
  return warning(
    where,
    `the service has an error of its own (HTTP ${status}${quoted(said)})`,
    'It is asked again by itself.',
  );
}

export function redirected(where: string, status: number): Problem {
  return warning(
    where,
    `the service sent the request elsewhere (HTTP ${status}), which is not followed with a token`,
    'It is asked again by itself.',
  );
}

export function rejected(where: string, status: number, said: string | null): Problem {
  const todo = status === 404 ? 'Check the address of the service.' : 'Check the task id.';
  return { where, what: `the request was refused (HTTP ${status}${quoted(said)})`, todo, severity: 'error' };
}

export function tokenUnsendable(where: string): Problem {
  return {
    where,
    what: 'the access token has a character that no request header may carry',
    todo: 'Paste it again.',
    severity: 'error',
  };
}

function warning(where: string, what: string, todo: string): Problem {
  return { where, what, todo, severity: 'warning' };
}

/** What the body says after the status, without repeating the status' own phrase. */
function quoted(said: string | null, phrase = ''): string {
  const more =
    said !== null && phrase !== '' && said.startsWith(phrase) ? said.slice(phrase.length).replace(/^[:\s]+/, '') : said;
  return more ? `: ${more}` : '';
}

function seconds(ms: number): string {
  const whole = Math.ceil(ms / 1000);
  return whole < 120 ? `${whole} s` : `${Math.ceil(whole / 60).toLocaleString('en')} min`;
}
