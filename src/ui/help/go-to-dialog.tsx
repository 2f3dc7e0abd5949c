import { useState } from 'react';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { Field, Input } from '../kit/field.tsx';

export interface GoToDialogProps {
  readonly count: number;
  readonly onGo: (number: number) => void;
  readonly onClose: () => void;
}

/** To a region by its number. */
export function GoToDialog({ count, onGo, onClose }: GoToDialogProps) {
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string | null>(null);
  const go = () => {
    const number = Number(typed);
    if (Number.isInteger(number) && number >= 1 && number <= count) onGo(number);
    else setError(`There are regions 1 to ${count.toLocaleString('en')}.`);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="Go to region"
      footer={
        <Button variant="primary" onClick={go}>
          Go
        </Button>
      }
    >
      <Field label="Number" hint={error === null && `1 to ${count.toLocaleString('en')}`} error={error}>
        {(control) => (
          <Input
            {...control}
            // The dialog has this one thing to fill in.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            inputMode="numeric"
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setError(null);
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              // The focus goes back to a button now, and the same key would press it.
              event.preventDefault();
              go();
            }}
          />
        )}
      </Field>
    </Dialog>
  );
}
