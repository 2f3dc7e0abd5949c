import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../src/ui/theme.css';
import type { FrameCheck } from '../../../src/core/frame-check/check.ts';
import { AS_RECEIVED, type FrameSetting } from '../../../src/core/geometry/frame-setting.ts';
import { IDENTITY_FRAME } from '../../../src/core/inspection/frame.ts';
import { currentInspection, useInspections } from '../../../src/state/inspections.ts';
import { useView } from '../../../src/state/view-store.ts';
import { FrameBadge } from '../../../src/ui/frame/frame-badge.tsx';
import { FramePanel, type FramePanelProps } from '../../../src/ui/frame/frame-panel.tsx';
import { freshPage } from '../../app/page-state.ts';
import { shownStrictly } from '../support/shown-strictly.tsx';

const TWICE: FrameSetting = { ...AS_RECEIVED, scaleX: 2, scaleY: 2 };
const QUARTER: FrameSetting = { ...AS_RECEIVED, orientation: 6 };
const HALVED: FrameCheck = {
  verdict: 'fits only if',
  doubt: null,
  score: 0.12,
  outside: null,
  suggestions: [
    { setting: TWICE, frame: IDENTITY_FRAME, score: 0.9 },
    { setting: QUARTER, frame: IDENTITY_FRAME, score: 0.5 },
  ],
};

const verdict = page.getByRole('status', { name: 'Frame check' });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const field = (name: string) => page.getByRole('spinbutton', { name });
const chosen = () => currentInspection(useInspections.getState());
const setting = () => chosen().frame.setting;

beforeEach(freshPage);

describe('the verdict', () => {
  it.each<[string, Partial<FramePanelProps>]>([
    ['Fits only if scaled by 2.', {}],
    ['Checking…', { check: null, status: 'checking' }],
    ['The check failed.', { check: null, status: 'failed' }],
  ])('%s', async (said, props) => {
    await shown(props);
    await expect.element(verdict).toHaveTextContent(said);
  });
});

describe('a suggestion', () => {
  it('is used by its button, says so, and is left by pressing it again', async () => {
    await shown();
    expect(setting()).toEqual(AS_RECEIVED);
    await userEvent.click(button('Use: scaled by 2'));
    expect(setting()).toEqual(TWICE);
    await expect.element(button('Use: scaled by 2')).toHaveAttribute('aria-pressed', 'true');
    await expect.element(button('Use: turned 90° clockwise')).toHaveAttribute('aria-pressed', 'false');
    await expect.element(page.getByText('In use: the best suggestion.')).toBeVisible();
    await userEvent.click(button('Use: scaled by 2'));
    expect(setting()).toEqual(AS_RECEIVED);
  });

  it('that is the EXIF turn switches the pixels instead of turning the regions, and keeps the focus in the section', async () => {
    await shown({ use: { exif: 6, shown: 6 } });
    await userEvent.click(button('Use: fits the pixels as stored (EXIF orientation 6 ignored)'));
    expect(setting()).toEqual(AS_RECEIVED);
    expect(chosen().rawPixels).toBe(true);
    expect(document.activeElement?.textContent).toContain('Fits only if');
  });
});

describe('adjusting by number', () => {
  it('shows each number while it is typed and makes one step of it', async () => {
    await adjusting();
    await userEvent.fill(field('Offset X'), '1');
    await userEvent.fill(field('Offset X'), '12');
    expect(setting().x).toBe(12);
    expect(chosen().frame.before).toEqual([]);
    await userEvent.keyboard('{Enter}');
    expect(chosen().frame.before).toEqual([AS_RECEIVED]);
    await userEvent.click(button('Undo'));
    expect(setting()).toEqual(AS_RECEIVED);
    await expect.element(field('Offset X')).toHaveValue(0);
  });

  it('keeps both scales equal until that is switched off', async () => {
    await adjusting();
    await userEvent.fill(field('Scale X'), '0.5');
    expect(setting()).toMatchObject({ scaleX: 0.5, scaleY: 0.5 });
    await userEvent.click(button('Keep both equal'));
    await userEvent.fill(field('Scale Y'), '0.52');
    expect(setting()).toMatchObject({ scaleX: 0.5, scaleY: 0.52 });
    await userEvent.click(button('Keep both equal'));
    expect(setting()).toMatchObject({ scaleX: 0.5, scaleY: 0.5 });
  });

  it.each([
    ['Scale X', '0'],
    ['Scale X', '-2'],
    ['Scale Y', ''],
    ['Scale Y', '1e9'],
    ['Angle', '16'],
    ['Offset Y', '1e300'],
  ])('%s refuses %j at the field and changes nothing', async (name, text) => {
    await adjusting();
    await userEvent.fill(field(name), text);
    expect(setting()).toEqual(AS_RECEIVED);
    await userEvent.tab();
    await expect.element(field(name)).toHaveAttribute('aria-invalid', 'true');
    await expect.element(field(name)).toHaveAccessibleDescription(/^A number from/);
    expect(setting()).toEqual(AS_RECEIVED);
    expect(chosen().frame.before).toEqual([]);
  });

  it('gives back what was there when what is typed comes to nothing, or Esc is pressed', async () => {
    await adjusting();
    await userEvent.fill(field('Angle'), '3');
    expect(setting().degrees).toBe(3);
    await userEvent.fill(field('Angle'), '30');
    expect(setting().degrees).toBe(0);
    await userEvent.fill(field('Angle'), '4');
    await userEvent.keyboard('{Escape}');
    expect(setting()).toEqual(AS_RECEIVED);
    await expect.element(field('Angle')).toHaveValue(0);
    expect(chosen().frame).toMatchObject({ before: [], from: null });
  });

  it('turns by name, drags by a toggle, resets', async () => {
    await adjusting();
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'Turn' }), 'Turned 90° clockwise');
    expect(setting()).toEqual(QUARTER);
    await userEvent.click(button('Drag the regions'));
    expect(useView.getState().moving).toBe(true);
    await userEvent.click(button('Reset'));
    expect(setting()).toEqual(AS_RECEIVED);
    await expect.element(button('Reset')).toHaveAttribute('aria-disabled', 'true');
  });
});

describe('the badge', () => {
  it('is there while a setting is on, and gives the focus away with itself', async () => {
    await shown();
    const badge = page.getByRole('group', { name: 'Frame in use' });
    expect(badge.query()).toBeNull();
    useInspections.getState().setFrame(TWICE);
    useInspections.getState().setFrame(QUARTER);
    await expect.element(badge).toHaveTextContent('Frame: turned 90° clockwise');
    await userEvent.click(button('Undo frame'));
    await expect.element(badge).toHaveTextContent('Frame: scaled by 2');
    expect(gone).toBe(0);
    await userEvent.click(button('Reset frame'));
    await expect.poll(() => badge.query()).toBeNull();
    expect(gone).toBe(1);
  });
});

let gone = 0;

async function shown(props: Partial<FramePanelProps> = {}): Promise<void> {
  gone = 0;
  await shownStrictly(<Shown {...props} />);
}

async function adjusting(): Promise<void> {
  await shown();
  await userEvent.click(button('Adjust'));
}

function Shown(props: Partial<FramePanelProps>) {
  const { frame } = useInspections(currentInspection);
  return (
    <>
      <FramePanel check={HALVED} status="checked" regions={37} use={{ exif: 1, shown: 1 }} frame={frame} {...props} />
      <FrameBadge frame={frame} onGone={() => (gone += 1)} />
    </>
  );
}
