import { create } from 'zustand';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../src/ui/theme.css';
import { type MissedInk, ViewToolbar } from '../../../src/ui/toolbar/view-toolbar.tsx';
import { useView } from '../../../src/state/view-store.ts';
import { shownStrictly } from '../support/shown-strictly.tsx';
import { freshPage } from '../../app/page-state.ts';

const missedInk = (words: string) => page.getByRole('button', { name: `Missed ink: ${words}`, exact: true });

it('keeps the switch of missed ink under the hand while it is counted anew', async () => {
  freshPage();
  const useMissed = create<{ readonly missed: MissedInk }>(() => ({
    missed: { count: 23, all: true, earlier: false },
  }));
  function Toolbar() {
    return <ViewToolbar hasRegions onZoomToRegion={null} missedInk={useMissed().missed} />;
  }
  await shownStrictly(<Toolbar />);
  await userEvent.click(missedInk('23 places'));
  const [button] = missedInk('23 places').elements();
  useMissed.setState({ missed: { count: 23, all: true, earlier: true } });
  await expect.element(missedInk('looking…')).toHaveAttribute('aria-busy', 'true');
  await expect.element(missedInk('looking…')).toHaveAttribute('aria-pressed', 'true');
  expect(document.activeElement).toBe(button);
  await userEvent.keyboard(' ');
  expect(useView.getState().missedInk).toBe(false);
  useMissed.setState({ missed: { count: 2_000, all: false, earlier: false } });
  await expect.element(missedInk('2,000 or more places')).toHaveFocus();
  await expect.element(missedInk('2,000 or more places')).toHaveAttribute('aria-busy', 'false');
});
