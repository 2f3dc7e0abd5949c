import { useState } from 'react';
import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../src/ui/theme.css';
import { IconButton } from '../../../src/ui/kit/icon-button.tsx';
import { shownStrictly } from '../support/shown-strictly.tsx';

const tip = page.getByRole('tooltip');
const button = (name: string) => page.getByRole('button', { name, exact: true });

afterEach(() => userEvent.hover(document.documentElement));

function Bar() {
  const [label, setLabel] = useState('Copy');
  const [gone, setGone] = useState(false);
  return (
    <>
      <IconButton label={label} icon={<svg />} onFocus={() => setTimeout(() => setLabel('Copied'), 50)} />
      <IconButton label="Zoom in" keys="+" icon={<svg />} />
      {!gone && <IconButton label="Close" icon={<svg />} onKeyDown={() => setGone(true)} />}
    </>
  );
}

it('is shown to a resting pointer, then at once at the neighbour, and goes with the pointer', async () => {
  await shownStrictly(<Bar />);
  await userEvent.hover(button('Copy'));
  await expect.element(tip).not.toBeInTheDocument();
  await expect.element(tip).toHaveTextContent('Copy');
  await userEvent.hover(button('Zoom in'));
  expect(tip.element().textContent).toBe('Zoom in+');
  await userEvent.unhover(button('Zoom in'));
  await expect.element(tip).not.toBeInTheDocument();
});

it('goes when the button is pressed, and stays away', async () => {
  await shownStrictly(<Bar />);
  await userEvent.hover(button('Zoom in'));
  await expect.element(tip).toBeVisible();
  await userEvent.click(button('Zoom in'));
  await expect.element(tip).not.toBeInTheDocument();
});

it('follows a name that changes', async () => {
  await shownStrictly(<Bar />);
  await userEvent.tab();
  await expect.element(tip).toHaveTextContent('Copied');
});

it('goes with the button that it belongs to', async () => {
  await shownStrictly(<Bar />);
  await userEvent.tab();
  await userEvent.tab();
  await userEvent.tab();
  await expect.element(tip).toHaveTextContent('Close');
  await userEvent.keyboard('x');
  await expect.element(tip).not.toBeInTheDocument();
});

it('is taken away by Esc, which then does nothing else', async () => {
  await shownStrictly(<Bar />);
  await userEvent.tab();
  await expect.element(tip).toBeVisible();
  const heard: boolean[] = [];
  const listen = (event: KeyboardEvent) => heard.push(event.defaultPrevented);
  addEventListener('keydown', listen);
  await userEvent.keyboard('{Escape}{Escape}');
  removeEventListener('keydown', listen);
  await expect.element(tip).not.toBeInTheDocument();
  expect(heard).toEqual([true, false]);
});

it('opened by a mouse that rests there, it goes with Esc, which still does what it is meant for', async () => {
  await shownStrictly(<Bar />);
  await userEvent.hover(button('Zoom in'));
  await expect.element(tip).toBeVisible();
  const heard: boolean[] = [];
  const listen = (event: KeyboardEvent) => heard.push(event.defaultPrevented);
  addEventListener('keydown', listen);
  await userEvent.keyboard('{Escape}');
  removeEventListener('keydown', listen);
  await expect.element(tip).not.toBeInTheDocument();
  expect(heard).toEqual([false]);
});

it('does not open over a mouse that rests while something slides under it, but once it moves', async () => {
  await shownStrictly(<Bar />);
  // What browsers tell when the page moves, and not the mouse.
  const slid = new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' });
  button('Zoom in').element().dispatchEvent(slid);
  await new Promise((resume) => setTimeout(resume, 700));
  expect(tip.query()).toBeNull();
  await userEvent.hover(button('Zoom in'));
  await expect.element(tip).toHaveTextContent('Zoom in');
});
