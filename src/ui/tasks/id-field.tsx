import type { ClipboardEvent } from 'react';
import { Field, Input } from '../kit/field.tsx';

export interface IdFieldProps {
  readonly label: 'Detection task ID' | 'Recognition task ID';
  readonly value: string;
  readonly error: string | null;
  /** A remark that keeps nobody from asking. */
  readonly hint: string | null;
  readonly onType: (value: string) => void;
  readonly onInspect: () => void;
  /** True when the pasted text was something else and went where it belongs. */
  readonly onPaste: (text: string) => boolean;
}

export function IdField({ label, value, error, hint, onType, onInspect, onPaste }: IdFieldProps) {
  const pasted = (event: ClipboardEvent<HTMLInputElement>) => {
    if (onPaste(event.clipboardData.getData('text/plain'))) event.preventDefault();
  };
  return (
    <Field label={label} error={error} hint={hint}>
      {(control) => (
        <Input
          {...control}
          mono
          type="text"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          placeholder="a371d027-4b0d-4d86-8825-…"
          value={value}
          onChange={(event) => onType(event.target.value)}
          onPaste={pasted}
          onKeyDown={(event) => {
            if (event.key === 'Enter') onInspect();
          }}
        />
      )}
    </Field>
  );
}
