import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lateTakeIn } from '../../src/app/late-take-in.ts';
import type { TakeIn, TakeInTools } from '../../src/app/take-in.ts';
import { createPart } from '../../src/ui/kit/part.ts';
import { useNotices } from '../../src/state/notices.ts';
import { freshPage, toldAt } from './page-state.ts';

const TOOLS: TakeInTools = {
  box: { field: () => undefined, type: () => undefined, put: () => undefined, give: () => true },
  now: () => 0,
  report: () => undefined,
  leaveSample: () => undefined,
};
const CURL = "curl 'https://api.aspose.cloud/v5.0/ocr/DetectRegions?id=a1'";

const field = document.createElement('input');

beforeEach(() => {
  freshPage();
  document.body.append(field);
  field.value = '';
  field.focus();
});
afterEach(() => field.remove());

/** The code behind `TakeIn`, which comes when `arrive` is called. */
function world(understood = true) {
  const takeIn = {
    anything: vi.fn<TakeIn['anything']>(() => understood),
    image: vi.fn<TakeIn['image']>(),
    intoField: vi.fn<TakeIn['intoField']>(() => understood),
  };
  const answers: { came: (module: { takeIn: () => TakeIn }) => void; lost: (cause: Error) => void }[] = [];
  const part = createPart(
    'The part that reads what is given',
    () => new Promise<{ takeIn: () => TakeIn }>((came, lost) => answers.push({ came, lost })),
  );
  const asked = () => part.load('quietly');
  return {
    takeIn,
    late: lateTakeIn(TOOLS, part),
    arrive: async () => {
      const loading = asked();
      answers.at(-1)?.came({ takeIn: () => takeIn });
      await loading;
    },
    lose: async () => {
      const loading = asked();
      answers.at(-1)?.lost(new TypeError('Failed to fetch'));
      await loading.catch(() => undefined);
    },
  };
}

describe('what is given before the code that reads it is there', () => {
  it('is read as soon as it is', async () => {
    const { late, takeIn, arrive } = world();
    const reading = late.anything(CURL);
    const file = new Blob(['x']);
    late.image(file, 'scan.png');
    expect(useNotices.getState().openingImage).toBe(true);
    await arrive();
    expect(await reading).toBe(true);
    expect(takeIn.anything).toHaveBeenCalledExactlyOnceWith(CURL);
    expect(takeIn.image).toHaveBeenCalledExactlyOnceWith(file, 'scan.png');
  });

  it('stays in the field when it is a bare id or an opaque token', () => {
    const { late } = world();
    expect(late.intoField('detection', 'a371d027-4b0d-4d86-8825-c8d818dd4ed9')).toBe(false);
    expect(late.intoField('token', 'abc.DEF_ghi~jkl+mno=')).toBe(false);
  });

  it.each([CURL, 'eyJhbGciOiJSUzI1NiJ9.eyJleHAiOjF9.VhKdGWxrJHdPr', '{"access_token": "a"}'])(
    'is held back from the field when it may belong elsewhere: %s',
    async (text) => {
      const { late, takeIn, arrive } = world();
      expect(late.intoField('detection', text)).toBe(true);
      await arrive();
      await expect.poll(() => takeIn.intoField.mock.calls).toEqual([['detection', text]]);
      expect(field.value).toBe('');
    },
  );

  it('stands where it was pasted after all when it belongs nowhere else', async () => {
    const { late, arrive } = world(false);
    const heard = vi.fn<() => void>();
    field.addEventListener('input', heard, { once: true });
    late.intoField('detection', 'not an id at all');
    await arrive();
    await expect.poll(() => field.value).toBe('not an id at all');
    expect(heard).toHaveBeenCalledOnce();
  });

  it('is not lost without a word when the code does not come', async () => {
    const { late, lose } = world();
    const reading = late.anything(CURL);
    late.image(new Blob(['x']), 'scan.png');
    late.intoField('token', CURL);
    await lose();
    expect(await reading).toBe(false);
    await expect.poll(() => toldAt('paste').join(' ')).toContain('could not be loaded');
    expect(toldAt('image').join(' ')).toContain('could not be loaded');
    expect(useNotices.getState().openingImage).toBe(false);
    expect(field.value).toBe(CURL);
  });
});

it('once it is there, a paste into a field is decided at once', async () => {
  const { late, takeIn, arrive } = world();
  await arrive();
  expect(late.intoField('token', CURL)).toBe(true);
  expect(takeIn.intoField).toHaveBeenCalledOnce();
});
