import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../src/ui/theme.css';
import { withLevels } from '../../../src/core/inspection/levels-shown.ts';
import { useLevelChoice } from '../../../src/state/levels.ts';
import { ConfidenceControl } from '../../../src/ui/levels/confidence-control.tsx';
import { ConfidenceLegend } from '../../../src/ui/levels/confidence-legend.tsx';
import { lowElsewhereWords } from '../../../src/ui/levels/level-words.ts';
import { LevelToggles } from '../../../src/ui/levels/level-toggles.tsx';
import { anInspection } from '../../core/geometry/an-inspection.ts';
import { aLayout, PAGE } from '../../core/inspection/a-layout.ts';
import { shownStrictly } from '../support/shown-strictly.tsx';

const whole = aLayout(PAGE);
const button = (name: string) => page.getByRole('button', { name, exact: true });

beforeEach(() => useLevelChoice.setState(useLevelChoice.getInitialState(), true));

const noDeed = () => undefined;

/** As the page shows them: the inspection follows the choice. */
function Toggles() {
  const levels = useLevelChoice((state) => state.levels);
  return <LevelToggles inspection={withLevels(whole, levels)} />;
}

test('every level is a button with its count: a click shows it alone, with Ctrl as well, and the last one stays', async () => {
  await shownStrictly(<Toggles />);
  await expect.element(page.getByRole('group', { name: 'Levels' })).toBeVisible();
  await expect.element(button('Line, 2')).toHaveAttribute('aria-pressed', 'true');
  await expect.element(button('Word, 3')).toHaveAttribute('aria-pressed', 'false');
  await userEvent.click(button('Line, 2'), { force: true });
  await expect.element(button('Line, 2')).toHaveAttribute('aria-pressed', 'true');
  await userEvent.click(button('Word, 3'));
  await expect.element(button('Word, 3')).toHaveAttribute('aria-pressed', 'true');
  await expect.element(button('Line, 2')).toHaveAttribute('aria-pressed', 'false');
  await userEvent.keyboard('{Control>}');
  await userEvent.click(button('Line, 2'));
  await expect.element(button('Line, 2')).toHaveAttribute('aria-pressed', 'true');
  await expect.element(button('Word, 3')).toHaveAttribute('aria-pressed', 'true');
  await userEvent.click(button('Word, 3'));
  await userEvent.keyboard('{/Control}');
  await expect.element(button('Word, 3')).toHaveAttribute('aria-pressed', 'false');
  await expect.element(button('Line, 2')).toHaveAttribute('aria-pressed', 'true');
});

test('levels that came because they tell a confidence say so, until others are chosen', async () => {
  await shownStrictly(<Toggles />);
  useLevelChoice.getState().showLevels(1 << 5, 'confidence');
  const why = page.getByText('Shown now: words, which tell a confidence.');
  await expect.element(why).toBeInTheDocument();
  await userEvent.click(button('Line, 2'));
  await expect.element(why).not.toBeInTheDocument();
});

test('what is low on levels that are not shown is told with its level', () => {
  expect(lowElsewhereWords(withLevels(whole, 1 << 4), { low: 0.6 })).toBe('1 low in words');
  expect(lowElsewhereWords(withLevels(whole, 1 << 4), { low: 0 })).toBeNull();
  expect(lowElsewhereWords(withLevels(whole, 1 << 5), { low: 0.6 })).toBeNull();
});

test('bare rectangles have no levels and no confidence to switch', async () => {
  const bare = anInspection([[0, 0, 9, 9]]);
  await shownStrictly(
    <>
      <LevelToggles inspection={bare} />
      <ConfidenceControl inspection={bare} onToggle={noDeed} onNextLow={noDeed} />
    </>,
  );
  expect(page.getByRole('button').elements()).toEqual([]);
});

test('the legend says what colours mean and how many there are; a threshold is set by keys', async () => {
  const words = withLevels(whole, 1 << 5);
  await shownStrictly(<ConfidenceLegend inspection={words} thresholds={{ low: 0.6, middle: 0.85 }} />);
  await expect.element(page.getByRole('listitem').nth(0)).toHaveTextContent('None, the result tells no confidence1');
  await expect.element(page.getByRole('listitem').nth(1)).toHaveTextContent('Low, below 60 %1');
  const low = page.getByRole('slider', { name: 'Low below' });
  low.element().focus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(low).toHaveAttribute('aria-valuetext', '61 %');
  expect(useLevelChoice.getState().thresholds.low).toBe(0.61);
});
