import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../src/ui/theme.css';
import { Button } from '../../../src/ui/kit/button.tsx';
import { Dialog } from '../../../src/ui/kit/dialog.tsx';
import { Disclosure } from '../../../src/ui/kit/disclosure.tsx';
import { Field, Input } from '../../../src/ui/kit/field.tsx';
import { IconButton } from '../../../src/ui/kit/icon-button.tsx';
import { Menu } from '../../../src/ui/kit/menu.tsx';
import { shownStrictly } from '../support/shown-strictly.tsx';

describe('a button with an icon only', () => {
  it('is named once, and tells name and key when the keyboard reaches it', async () => {
    await shownStrictly(<IconButton label="Zoom in" keys="+" icon={<svg />} />);
    await userEvent.tab();
    await expect.element(page.getByRole('button', { name: 'Zoom in', exact: true })).toHaveFocus();
    await expect.element(page.getByRole('tooltip')).toHaveTextContent('Zoom in+');
    await expect.element(page.getByRole('button')).not.toHaveAccessibleDescription();
  });

  it('says whether it is pressed', async () => {
    await shownStrictly(<IconButton label="Labels" icon={<svg />} pressed />);
    await expect.element(page.getByRole('button', { name: 'Labels', pressed: true })).toBeVisible();
  });
});

describe('the focus that comes back from a menu', () => {
  const more = page.getByRole('button', { name: 'More samples' });
  const first = page.getByRole('menuitem', { name: 'First' });
  const menu = (
    <Menu
      trigger={<IconButton label="More samples" icon={<svg />} />}
      entries={[{ id: 'a', label: 'First', run: vi.fn<() => void>() }]}
    />
  );

  it('after a pointer choice has neither ring nor tooltip', async () => {
    await shownStrictly(menu);
    await userEvent.click(more);
    await userEvent.click(first);
    await expect.element(more).toHaveFocus();
    expect(getComputedStyle(more.element()).outlineStyle).toBe('none');
    await expect.element(page.getByRole('tooltip')).not.toBeInTheDocument();
  });

  it('after a key has its ring, and no tooltip until it is reached anew', async () => {
    await shownStrictly(
      <>
        {menu}
        <Button>Next</Button>
      </>,
    );
    await userEvent.tab();
    await userEvent.keyboard('{Enter}{Enter}');
    await expect.element(first).not.toBeInTheDocument();
    await expect.element(more).toHaveFocus();
    expect(getComputedStyle(more.element()).outlineStyle).toBe('solid');
    await expect.element(page.getByRole('tooltip')).not.toBeInTheDocument();
    await userEvent.tab();
    await userEvent.tab({ shift: true });
    await expect.element(page.getByRole('tooltip')).toHaveTextContent('More samples');
  });
});

describe('a field', () => {
  it('says its error before its hint, and is invalid for as long', async () => {
    await shownStrictly(
      <Field label="Access token" hint="52 minutes left" error="It ends in the middle.">
        {(control) => <Input {...control} />}
      </Field>,
    );
    const field = page.getByRole('textbox', { name: 'Access token', exact: true });
    await expect.element(field).toHaveAccessibleDescription('It ends in the middle. 52 minutes left');
    await expect.element(field).toBeInvalid();
  });
});

describe('a dialog', () => {
  it('gives the focus to the first thing to fill in, and back to what had it', async () => {
    await shownStrictly(<Opener />);
    await userEvent.click(page.getByRole('button', { name: 'Open' }));
    await expect.element(page.getByRole('textbox', { name: 'Number' })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    await expect.element(page.getByRole('button', { name: 'Open' })).toHaveFocus();
  });

  it('has menus of its own inside it, where they can be reached', async () => {
    await shownStrictly(<Opener />);
    await userEvent.click(page.getByRole('button', { name: 'Open' }));
    const dialog = page.getByRole('dialog', { name: 'Go to' });
    await userEvent.click(dialog.getByRole('button', { name: 'More' }));
    await userEvent.click(dialog.getByRole('menuitem', { name: 'First' }));
    await expect.element(dialog).toHaveTextContent('went to first');
  });

  it('is not closed by text that is dragged out of a field', async () => {
    await shownStrictly(<Opener />);
    await userEvent.click(page.getByRole('button', { name: 'Open' }));
    const dialog = page.getByRole('dialog').element();
    const beside = { bubbles: true, clientX: 1, clientY: 1 };
    page
      .getByRole('textbox')
      .element()
      .dispatchEvent(new MouseEvent('mousedown', { bubbles: true, clientX: 300, clientY: 200 }));
    dialog.dispatchEvent(new MouseEvent('click', beside));
    await expect.element(page.getByRole('dialog')).toBeVisible();
  });
});

it('folds content away and tells whether it is open', async () => {
  await shownStrictly(<Disclosure label="Log">attempt 1</Disclosure>);
  const button = page.getByRole('button', { name: 'Log' });
  await expect.element(button).toHaveAttribute('aria-expanded', 'false');
  await expect.element(page.getByText('attempt 1')).not.toBeInTheDocument();
  await userEvent.click(button);
  await expect.element(button).toHaveAttribute('aria-expanded', 'true');
  await expect.element(page.getByText('attempt 1')).toBeVisible();
});

it('injects no style into the page when a menu opens: the policy would block it', async () => {
  await shownStrictly(
    <Menu trigger={<Button>More</Button>} entries={[{ id: 'a', label: 'First', run: vi.fn<() => void>() }]} />,
  );
  const before = document.querySelectorAll('style').length;
  await userEvent.click(page.getByRole('button', { name: 'More' }));
  await expect.element(page.getByRole('menuitem', { name: 'First' })).toBeVisible();
  expect(document.querySelectorAll('style')).toHaveLength(before);
});

function Opener() {
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  return (
    <>
      <Button onClick={() => setOpen(true)}>Open</Button>
      <Dialog open={open} title="Go to" onClose={() => setOpen(false)}>
        <Field label="Number">{(control) => <Input {...control} />}</Field>
        <Menu
          trigger={<Button>More</Button>}
          entries={[{ id: 'first', label: 'First', run: () => setSaid('went to first') }]}
        />
        {said}
      </Dialog>
    </>
  );
}
