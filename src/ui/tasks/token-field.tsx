import { Eye, EyeOff } from 'lucide-react';
import { type ClipboardEvent, type RefCallback, useState } from 'react';
import { Field, Input } from '../kit/field.tsx';
import { IconButton } from '../kit/icon-button.tsx';
import css from './tasks.module.css';

export interface TokenFieldProps {
  readonly field: RefCallback<HTMLInputElement>;
  /** Remaining life in words ("52 min left"), or null when the token does not tell. */
  readonly life: { readonly words: string; readonly soon: boolean } | null;
  /** What is wrong with it and what to do. */
  readonly error: string | null;
  readonly hint: string | null;
  readonly onType: (value: string) => void;
  /** The token is complete: the field was left, or Enter was pressed. */
  readonly onGive: () => void;
  readonly onInspect: () => void;
  /** True when the pasted text was taken and routed, so that the browser must not insert it. */
  readonly onPaste: (text: string) => boolean;
}

/**
 * Stands in no form, so that no browser offers to save it. Uncontrolled: React mirrors a controlled value into the
 * `value` attribute, and a token has no business in the DOM's text.
 */
export function TokenField({ field, life, error, hint, onType, onGive, onInspect, onPaste }: TokenFieldProps) {
  const [shown, setShown] = useState(false);
  const pasted = (event: ClipboardEvent<HTMLInputElement>) => {
    if (onPaste(event.clipboardData.getData('text/plain'))) event.preventDefault();
  };
  return (
    <Field
      label="Access token"
      aside={life && <span className={life.soon ? css.lifeSoon : css.life}>{life.words}</span>}
      error={error}
      hint={hint}
    >
      {(control) => (
        <div className={css.withButton}>
          <Input
            {...control}
            ref={field}
            mono
            type={shown ? 'text' : 'password'}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            placeholder="eyJhbGciOi…"
            onChange={(event) => onType(event.target.value)}
            onBlur={onGive}
            onPaste={pasted}
            onKeyDown={(event) => {
              if (event.key === 'Enter') onInspect();
            }}
          />
          <IconButton
            label="Show token"
            pressed={shown}
            className={css.inField}
            size="small"
            icon={shown ? <EyeOff /> : <Eye />}
            onClick={() => setShown(!shown)}
          />
        </div>
      )}
    </Field>
  );
}
