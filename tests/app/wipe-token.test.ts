import { beforeEach, expect, test } from 'vitest';
import { offeredToken } from '../../src/app/offered-token.ts';
import { wipeTokenFromAddress } from '../../src/app/wipe-token.ts';
import { useNotices } from '../../src/state/notices.ts';

beforeEach(() => useNotices.setState(useNotices.getInitialState(), true));

/** The parts of a window that are used, with what was written into its history. */
function at(address: string) {
  const { hash, search, pathname } = new URL(address, 'http://localhost');
  const written: string[] = [];
  const history = { replaceState: (_state: unknown, _title: string, url: string) => written.push(url) };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a whole window is not needed
  const window = { location: { hash, search, pathname }, history } as unknown as Window;
  wipeTokenFromAddress(window);
  return { written, offered: useNotices.getState().tokenOffered ? offeredToken.take() : null };
}

test('a token in the address is taken out of it and offered', () => {
  expect(at('/app/#token=canary')).toEqual({ written: ['/app/'], offered: 'canary' });
});

test('the ids and the region of the link stay, everything else goes', () => {
  const { written, offered } = at('/app/#detect=a1&access_token=canary&x=1&recognize=b2&region=3');
  expect(written).toEqual(['/app/#detect=a1&recognize=b2&region=3']);
  expect(offered).toBe('canary');
});

test('a token in the query goes with the query', () => {
  expect(at('/app/?token=canary&y=2#detect=a1')).toEqual({ written: ['/app/#detect=a1'], offered: 'canary' });
});

test('a token with signs of its own is offered as it is', () => {
  expect(at('/#access_token=ey%2Ba+b/c%3D').offered).toBe('ey+a+b/c=');
});

test.each(['/', '/#detect=a1', '/?id=5', '/#token='])('the address %s is left alone', (address) => {
  expect(at(address)).toEqual({ written: [], offered: null });
});
