import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../src/ui/theme.css';
import { encodePayload } from '../../../src/core/decode/payload.ts';
import { decodeAnswer } from '../../../src/core/decode/index.ts';
import { IDENTITY_FRAME } from '../../../src/core/inspection/frame.ts';
import { buildInspection } from '../../../src/core/inspection/join.ts';
import { PAIR_BY_POSITION } from '../../../src/core/inspection/pairing.ts';
import { selectOnly } from '../../../src/core/inspection/selection.ts';
import type { PollLog } from '../../../src/core/wire/poll-log.ts';
import { useView } from '../../../src/state/view-store.ts';
import { AnswerDialog } from '../../../src/ui/answer/answer-dialog.tsx';
import { shownStrictly } from '../support/shown-strictly.tsx';

const pane = (name: string) => page.getByRole('textbox', { name, exact: true });
const marked = (name: string) => pane(name).getByRole('mark');
const textOf = (name: string) =>
  marked(name)
    .elements()
    .map((element) => element.textContent)
    .join('');

beforeEach(() => useView.getState().reset());

const LOG: PollLog = {
  endpoint: 'DetectRegions',
  id: 'a371d027-4b0d-4d86-8825-c8d818dd4ed9',
  base: null,
  startedAt: 0,
  attempts: [{ attempt: 1, at: 0, tookMs: 120, status: 200, words: 'Completed (Ok)' }],
};

async function shown(list: string, props: { readonly log?: PollLog } = {}) {
  const results = [{ type: 'Other', data: encodePayload(list) }];
  const raw = new TextEncoder().encode(JSON.stringify({ taskStatus: 'Completed', results }));
  const decoded = decodeAnswer(results, 'detection');
  const inspection = buildInspection({
    detection: decoded,
    recognition: null,
    request: null,
    choice: PAIR_BY_POSITION,
    frame: IDENTITY_FRAME,
    imageSize: null,
  });
  const onCopy = vi.fn<(text: string) => Promise<null>>(async () => null);
  const onSaveLog = vi.fn<(json: string) => void>();
  await shownStrictly(
    <AnswerDialog
      title="Detection task: the answer"
      kind="detection"
      raw={raw}
      links={{ inspection, kind: 'detection' }}
      problems={decoded.problems}
      log={props.log ?? null}
      service="https://api.aspose.cloud"
      onClose={() => undefined}
      onCopy={onCopy}
      onSave={() => undefined}
      onSaveLog={onSaveLog}
    />,
  );
  return { onCopy, onSaveLog };
}

const many = (count: number) => JSON.stringify(Array.from({ length: count }, (_, at) => [at, at, at + 50, at + 20]));

describe('the wire', () => {
  it('marks the chosen region in the decoded text, and the same bytes in the Base64 and the answer', async () => {
    await shown(many(5_000));
    useView.getState().select(selectOnly(4_321));
    await expect.poll(() => textOf('Decoded')).toBe('[4321,4321,4371,4341]');
    expect(textOf('Base64')).toBe(textOf('Answer'));
    expect(encodePayload(many(5_000))).toContain(textOf('Base64'));
  });

  it('chooses the region whose bytes are pressed', async () => {
    await shown('[[1,2,30,40],[5,6,70,80]]');
    // The bracket of the list stands before the first region, which is the nearest.
    await userEvent.click(pane('Decoded').getByText('[[1,2,30,40],[5,6,70,80]]'), { position: { x: 3, y: 10 } });
    await expect.poll(() => useView.getState().selection.active).toBe(0);
    await page.getByRole('button', { name: 'Next region' }).click();
    await expect.poll(() => textOf('Decoded')).toBe('[5,6,70,80]');
  });

  it('is gone through by keys alone, a character at a time', async () => {
    await shown('[[1,2,30,40],[5,6,70,80]]');
    pane('Decoded').element().focus();
    // The first key shows the caret, Enter chooses what stands there.
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}{Enter}');
    await expect.poll(() => textOf('Decoded')).toBe('[1,2,30,40]');
    await userEvent.keyboard('{ArrowDown}{Control>}{End}{/Control}');
    await expect.element(page.getByText('Byte 25: ]')).toBeInTheDocument();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => useView.getState().selection.active).toBe(1);
  });

  it('shows the place of a problem', async () => {
    await shown('[[1,2,30,40],[5,6,70],[7,8,90,100]]');
    await page.getByRole('button', { name: /^Show: .*has 3 numbers/ }).click();
    await expect.poll(() => textOf('Decoded')).toBe('[5,6,70]');
  });

  it('keeps the page small, whatever the size of the answer', async () => {
    await shown(many(200_000));
    await expect.element(pane('Answer')).toBeVisible();
    expect(page.getByRole('dialog').element().querySelectorAll('*').length).toBeLessThan(500);
  });

  it('shows bytes as hex', async () => {
    await shown('[[1,2,30,40]]');
    await page.getByRole('button', { name: 'Hex' }).click();
    await expect.element(pane('Decoded')).toHaveTextContent(/^5B 5B 31 2C/);
  });
});

describe('the checks', () => {
  it('can be copied as a command and saved, without a token', async () => {
    const { onCopy, onSaveLog } = await shown('[[1,2,30,40]]', { log: LOG });
    await page.getByRole('button', { name: 'Requests' }).click();
    await expect.element(page.getByRole('cell', { name: 'Completed (Ok)' })).toBeVisible();
    await page.getByRole('button', { name: 'Copy as curl' }).click();
    expect(onCopy).toHaveBeenCalledWith(expect.stringContaining('Bearer $TOKEN'));
    await page.getByRole('button', { name: 'Save log' }).click();
    expect(JSON.parse(onSaveLog.mock.calls[0]?.[0] ?? '')).toMatchObject({
      taskId: LOG.id,
      attempts: [{ tookMs: 120 }],
    });
  });
});
