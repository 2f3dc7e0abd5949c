import { readLink } from '../core/intake/link.ts';
import { offeredToken } from './offered-token.ts';
import { useNotices } from '../state/notices.ts';

/** A token in the address is taken out of it, history included, and offered to the person; it is never used unasked. */
export function wipeTokenFromAddress({ location, history }: Window): void {
  const { token } = readLink(location.hash, location.search);
  if (token === null) return;
  const kept = location.hash
    .replace(/^#/, '')
    .split('&')
    .filter((part) => /^(detect|recognize|region)=/i.test(part))
    .join('&');
  history.replaceState(null, '', `${location.pathname}${kept === '' ? '' : `#${kept}`}`);
  offeredToken.hold(token);
  useNotices.getState().offerToken(true);
}
