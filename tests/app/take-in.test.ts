import { stopReading } from '../../src/app/reading.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { takeIn } from '../../src/app/take-in.ts';
import { readPasted } from '../../src/core/intake/read-pasted.ts';
import { OFF_THE_PAGE } from '../../src/core/ocr/read-answer.ts';
import { selectOnly } from '../../src/core/inspection/selection.ts';
import { currentInspection, useInspections } from '../../src/state/inspections.ts';
import { useNotices } from '../../src/state/notices.ts';
import { useView } from '../../src/state/view-store.ts';
import { freshPage, toldAt } from './page-state.ts';

// Opening a picture needs a browser; here only that it is asked for.
const { openPicture } = vi.hoisted(() => ({
  openPicture: vi.fn<(file: Blob, name: string) => Promise<void>>(() => Promise.resolve()),
}));
vi.mock('../../src/app/open-picture.ts', () => ({ openPicture }));

// The worker needs a browser; here only that what is large goes there.
const { readLargePaste } = vi.hoisted(() => ({ readLargePaste: vi.fn<(text: string) => Promise<unknown>>() }));
vi.mock('../../src/workers/run-decode.ts', () => ({ readLargePaste }));

const ID = 'a371d027-4b0d-4d86-8825-c8d818dd4ed9';
const JWT = 'eyJhbGciOiJSUzI1NiJ9.eyJleHAiOjF9.VhKdGWxrJHdPr';
const DETECTION = JSON.stringify({
  taskStatus: 'Completed',
  results: [{ type: 'Other', data: 'W1swLCA4LCA2OTcsIDQ0MV1d' }],
});
const RECOGNITION = JSON.stringify({ taskStatus: 'Completed', results: [{ type: 'Text', data: 'd2hhbGU=' }] });
const CURL = `curl 'https://api.aspose.cloud/v5.0/ocr/RecognizeRegions?id=${ID}' -H 'Authorization: Bearer ${JWT}'`;

beforeEach(() => {
  freshPage();
  openPicture.mockClear();
});

const open = () => currentInspection(useInspections.getState());
const said = () => useNotices.getState().said;

function page() {
  const tokens: string[] = [];
  const leaveSample = vi.fn<() => void>(() => useInspections.getState().leaveSample());
  const box = {
    field: () => undefined,
    type: () => undefined,
    give: () => true,
    put: (token: string) => void tokens.push(token),
  };
  return { take: takeIn({ box, now: () => 7, report: () => undefined, leaveSample }), tokens, leaveSample };
}

describe('anything that is pasted on the page', () => {
  it('goes to where it belongs: a command fills its id and the token, and asks nothing', () => {
    const { take, tokens } = page();
    expect(take.anything(CURL)).toBe(true);
    expect(open().tasks.recognition).toMatchObject({ typed: ID, asked: null, given: null, before: null });
    expect(tokens).toEqual([JWT]);
    expect(said()).toBe('Read: an access token, a task id.');
  });

  it('of another endpoint chooses it, and says so', () => {
    const { take } = page();
    void take.anything(CURL.replace('/v5.0/ocr/RecognizeRegions', '/v5/recognizetable'));
    expect(open().tasks.recognition).toMatchObject({ typed: ID, chosen: 'RecognizeTable', asked: null });
    expect(said()).toBe('Read: an access token, a task id of RecognizeTable.');
    void take.anything(`Recognition: ${ID}`);
    expect(open().tasks.recognition.chosen).toBe('RecognizeTable');
    void take.anything(CURL);
    expect(open().tasks.recognition.chosen).toBe('RecognizeRegions');
  });

  it('shows an answer as the answer of its task, whatever is asked', () => {
    void page().take.anything(DETECTION);
    expect(open().tasks.detection.given).toMatchObject({ receivedAt: 7, task: { status: 'Completed' } });
    expect(said()).toBe('Read: an answer.');
  });

  it('takes bare ids in turn: the first for detection, the next for recognition', () => {
    const { take } = page();
    void take.anything(ID);
    void take.anything('2ce30237-86da-41ef-88e9-84f0b7acffc0');
    expect([open().tasks.detection.typed, open().tasks.recognition.typed]).toEqual([
      ID,
      '2ce30237-86da-41ef-88e9-84f0b7acffc0',
    ]);
  });

  it('brings regions and image of a request', () => {
    const rect = { topLeftX: 0, topLeftY: 0, bottomRightX: 300, bottomRightY: 100 };
    const image = btoa('\x89PNG\r\n\x1a\n....');
    void page().take.anything(JSON.stringify({ image, settings: { regions: [{ rect, order: 0 }] } }));
    expect(open().request?.table.count).toBe(1);
    expect(openPicture).toHaveBeenCalledOnce();
    expect(said()).toBe('Read: 1 region of a request, an image.');
  });

  it('starts pairing and selection afresh with a new answer, and not with a new id', () => {
    const { take } = page();
    useView.getState().select(selectOnly(2));
    void take.anything(ID);
    expect(useView.getState().selection.count).toBe(1);
    void take.anything(RECOGNITION);
    expect(useView.getState().selection.count).toBe(0);
  });

  it('leaves the sample, which is not the place for it', () => {
    useInspections.getState().openSample({ name: 'book', ids: { detection: 'd', recognition: 'r' } });
    const { take, leaveSample } = page();
    void take.anything(DETECTION);
    expect(leaveSample).toHaveBeenCalledOnce();
    expect(open()).toMatchObject({ sample: null, tasks: { detection: { given: {} } } });
  });

  it('that is not understood is told there, and leaves everything as it is', () => {
    const before = open();
    expect(page().take.anything('nothing of use')).toBe(false);
    expect(toldAt('paste')).toHaveLength(1);
    expect(said()).toBeNull();
    expect(open()).toBe(before);
  });

  it('that is understood takes the complaint about the paste before it away', () => {
    const { take } = page();
    void take.anything('nothing of use');
    void take.anything(ID);
    expect(toldAt('paste')).toEqual([]);
  });
});

describe('a paste into a field', () => {
  it.each([ID, 'opaque-token-of-letters', 'QUJDREVGR0hJSktMTU5PUA=='])(
    'of its own kind is left to the field: %s',
    (text) => {
      expect(page().take.intoField('detection', text)).toBe(false);
      expect(open().tasks.detection.typed).toBe('');
    },
  );

  it('of a command goes to where its parts belong', () => {
    const { take, tokens } = page();
    expect(take.intoField('detection', CURL)).toBe(true);
    expect([open().tasks.recognition.typed, tokens]).toEqual([ID, [JWT]]);
  });

  it('of a token goes to the token, also from the field of an id', () => {
    const { take, tokens } = page();
    expect(take.intoField('recognition', JWT)).toBe(true);
    expect(tokens).toEqual([JWT]);
  });

  it('of an answer that does not say whose it is goes to the task of that field', () => {
    expect(page().take.intoField('recognition', '{"taskStatus":"Pending","results":null}')).toBe(true);
    expect(open().tasks.recognition.given).not.toBeNull();
  });
});

describe('a paste of megabytes', () => {
  const huge = DETECTION.padEnd(OFF_THE_PAGE, ' ');

  it('is read off the main thread, says so meanwhile, and goes to where it belongs', async () => {
    readLargePaste.mockImplementation((text) => Promise.resolve(readPasted(text)));
    const reading = page().take.anything(huge);
    expect([said(), open().tasks.detection.given]).toEqual(['Reading what was pasted…', null]);
    expect(await reading).toBe(true);
    expect(said()).toBe('Read: an answer.');
    expect(open().tasks.detection.given).toMatchObject({ task: { status: 'Completed' } });
  });

  it('says so when the worker breaks', async () => {
    readLargePaste.mockRejectedValue(new Error('A background worker of the page stopped'));
    expect(await page().take.anything(huge)).toBe(false);
    expect(toldAt('paste')).toEqual(['could not be read: A background worker of the page stopped']);
    expect(said()).toBeNull();
  });

  it.each([
    ['a newer paste', () => void page().take.anything(RECOGNITION)],
    ['Stop reading', stopReading],
  ])('that comes late does not undo what was done meanwhile: %s', async (_, meanwhile) => {
    const asked: ((found: unknown) => void)[] = [];
    readLargePaste.mockReturnValue(new Promise((resolve) => asked.push(resolve)));
    const reading = page().take.anything(huge);
    meanwhile();
    const then = open();
    expect(useNotices.getState().reading).toBe(false);
    for (const tell of asked) tell(readPasted(huge));
    expect(await reading).toBe(false);
    expect(open()).toBe(then);
    expect(open().tasks.detection.given).toBeNull();
  });

  it('into a field is taken as what it is, or left to the field', async () => {
    readLargePaste.mockImplementation((text) => Promise.resolve(readPasted(text)));
    expect(page().take.intoField('recognition', 'x'.repeat(OFF_THE_PAGE))).toBe(false);
    expect(page().take.intoField('recognition', huge)).toBe(true);
    await vi.waitFor(() => expect(open().tasks.detection.given).not.toBeNull());
  });
});
