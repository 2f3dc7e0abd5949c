import { useState } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../src/ui/theme.css';
import type { FrameCheck } from '../../../src/core/frame-check/check.ts';
import { AS_RECEIVED, type FrameSetting } from '../../../src/core/geometry/frame-setting.ts';
import { currentInspection, useInspections } from '../../../src/state/inspections.ts';
import { useView } from '../../../src/state/view-store.ts';
import { FrameOver } from '../../../src/ui/frame/frame-over.tsx';
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
    { setting: TWICE, score: 0.9 },
    { setting: QUARTER, score: 0.5 },
  ],
};

const verdict = page.getByRole('status', { name: 'Frame check' });
const badge = page.getByRole('group', { name: 'Frame in use' });
const line = page.getByRole('group', { name: 'Frame verdict' });
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

describe('a check that failed', () => {
  it('is asked for again by its button, and the focus stays in the section', async () => {
    let asked = 0;
    await shown({ check: null, status: 'failed', onCheckAgain: () => (asked += 1) });
    await userEvent.click(button('Check again'));
    expect(asked).toBe(1);
    expect(document.activeElement?.textContent).toContain('The check failed.');
  });

  it('offers the same where the ink alone could not be looked at, and nothing where all is well', async () => {
    const { rerender } = await shownStrictly(<Shown status="failed" />);
    await expect.element(verdict).toHaveTextContent('Fits only if scaled by 2.');
    await expect.element(page.getByText('The ink could not be looked at.')).toBeVisible();
    await expect.element(button('Check again')).toBeVisible();
    await rerender(<Shown />);
    await expect.element(button('Check again')).not.toBeInTheDocument();
  });
});

describe('a suggestion', () => {
  it('is used by its button, says so, and is left by pressing it again', async () => {
    await shown();
    expect(setting()).toEqual(AS_RECEIVED);
    await userEvent.click(button('Use: scaled by 2'));
    expect(setting()).toEqual(TWICE);
    await expect.element(button('Use: scaled by 2')).toHaveAttribute('aria-pressed', 'true');
    await expect.element(verdict).toHaveTextContent(/^Fits, scaled by 2\.$/);
    await userEvent.click(button('Use: scaled by 2'));
    expect(setting()).toEqual(AS_RECEIVED);
    await expect.element(verdict).toHaveTextContent('Fits only if scaled by 2.');
  });

  it('that is not the best is folded away, and used as well', async () => {
    await shown();
    expect(button('Use: turned 90° clockwise').query()).toBeNull();
    await userEvent.click(button('Other ways (1)'));
    await expect.element(button('Use: turned 90° clockwise')).toHaveAttribute('aria-pressed', 'false');
    await userEvent.click(button('Use: turned 90° clockwise'));
    expect(setting()).toEqual(QUARTER);
    await expect.element(verdict).toHaveTextContent('Fits, turned 90° clockwise; the first suggestion fits better.');
  });

  it('that is the EXIF turn switches the pixels instead of turning the regions, and keeps the focus in the section', async () => {
    await shown({ use: { exif: 6, shown: 6 } });
    await userEvent.click(button('Other ways (1)'));
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
    expect(chosen().frame.before).toEqual([{ setting: AS_RECEIVED, rawPixels: false }]);
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

describe('where nothing can be said', () => {
  const check: FrameCheck = { ...HALVED, verdict: 'cannot tell', doubt: 'no agreement', suggestions: [] };

  it('the person is led to the first field', async () => {
    await shown({ check });
    await userEvent.click(button('Place them yourself'));
    await expect.element(field('Scale X')).toHaveFocus();
    await expect.element(button('Adjust')).toHaveAttribute('aria-expanded', 'true');
  });

  it('the line over the picture says so and offers nothing to use', async () => {
    await shown({ check });
    await expect.element(line).toHaveTextContent('Cannot tell whether it fits');
    expect(line.getByRole('button', { name: /^Use/ }).query()).toBeNull();
  });
});

describe('the badge', () => {
  it('is there while a setting is on, and gives the focus away with itself', async () => {
    await shown();
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

  it('shows every part of a long setting, and says it in full', async () => {
    await page.viewport(390, 800);
    await shown();
    useInspections.getState().setFrame({ ...TWICE, orientation: 6, degrees: 5, x: 186, y: -88.5 });
    const words = page.getByText('×2 · 90° · 5° · +186, −88.5 px');
    await expect.element(words).toBeVisible();
    const { scrollHeight, clientHeight, scrollWidth, clientWidth } = words.element();
    expect([scrollHeight, scrollWidth]).toEqual([clientHeight, clientWidth]);
    await expect
      .element(badge)
      .toHaveTextContent(
        'Frame: scaled by 2, turned 90° clockwise, turned 5° clockwise, moved 186 px right and 88.5 px up',
      );
  });
});

describe('a hand that moves the regions', () => {
  it('reaches what lies under the badge', async () => {
    await shown();
    useInspections.getState().setFrame(TWICE);
    await expect.element(button('Undo frame')).toBeVisible();
    useView.getState().setMoving(true);
    await expect.poll(() => button('Undo frame').query()).toBeNull();
    await expect.element(badge).toBeVisible();
    const { left, top, width, height } = badge.element().getBoundingClientRect();
    const under = document.elementFromPoint(left + width / 2, top + height / 2);
    expect(badge.element().contains(under)).toBe(false);
  });
});

describe('the line over the picture', () => {
  it('uses the best suggestion and makes room for the badge', async () => {
    await shown();
    await expect.element(line).toHaveTextContent('Fits only if scaled by 2');
    await userEvent.click(button('Use suggestion: scaled by 2'));
    expect(setting()).toEqual(TWICE);
    await expect.element(badge).toBeVisible();
    expect(line.query()).toBeNull();
    expect(gone).toBe(1);
  });

  it('is not there where all fits', async () => {
    await shown({ check: { ...HALVED, verdict: 'fits', suggestions: [] } });
    await expect.element(verdict).toBeVisible();
    expect(line.query()).toBeNull();
  });

  it('leads to the section, and is put away', async () => {
    await shown();
    await userEvent.click(button('More about the frame'));
    expect(more).toBe(1);
    await userEvent.click(button('Put the verdict away'));
    await expect.poll(() => line.query()).toBeNull();
    expect(gone).toBe(1);
  });

  it('is out of the way of a hand that moves the regions', async () => {
    await shown();
    useView.getState().setMoving(true);
    await expect.poll(() => line.query()).toBeNull();
    useView.getState().setMoving(false);
    await expect.element(line).toBeVisible();
  });
});

let gone = 0;
let more = 0;

async function shown(props: Partial<FramePanelProps> = {}): Promise<void> {
  gone = 0;
  more = 0;
  await shownStrictly(<Shown {...props} />);
}

async function adjusting(): Promise<void> {
  await shown();
  await userEvent.click(button('Adjust'));
}

function Shown(props: Partial<FramePanelProps>) {
  const { frame } = useInspections(currentInspection);
  const [adjusting, setAdjusting] = useState(false);
  const [isPutAway, setPutAway] = useState(false);
  const { check = HALVED, use = { exif: 1, shown: 1 } } = props;
  return (
    <>
      <div style={{ paddingTop: 60 }}>
        <FramePanel
          status="checked"
          regions={37}
          frame={frame}
          adjusting={adjusting}
          onAdjusting={setAdjusting}
          onCheckAgain={() => undefined}
          {...props}
          check={check}
          use={use}
        />
      </div>
      <FrameOver
        frame={frame}
        check={isPutAway ? null : check}
        use={use}
        onMore={() => (more += 1)}
        onPutAway={() => setPutAway(true)}
        onGone={() => (gone += 1)}
      />
    </>
  );
}
