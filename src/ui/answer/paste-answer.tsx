import { type ClipboardEvent, useState } from 'react';
import { Button } from '../kit/button.tsx';
import { Field, TextArea } from '../kit/field.tsx';
import css from './paste-answer.module.css';

export interface PasteAnswerProps {
  readonly error: string | null;
  /** What the last reading found, in words. */
  readonly said: string | null;
  /** True when the text was understood and went where it belongs; then the field is emptied. */
  readonly onRead: (text: string) => Promise<boolean>;
}

/** Anything that belongs to a task and is at hand as text. A huge paste is read at once and never put into the DOM. */
export function PasteAnswer({ error, said, onRead }: PasteAnswerProps) {
  const [text, setText] = useState('');
  const read = async () => {
    const isRead = await onRead(text);
    // Something else may have been typed meanwhile.
    if (isRead) setText((now) => (now === text ? '' : now));
  };
  const pasted = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const pastedText = event.clipboardData.getData('text/plain');
    if (pastedText.length < TOO_LONG_TO_SHOW) return;
    event.preventDefault();
    void onRead(pastedText);
  };
  return (
    <div className={css.block}>
      <Field
        label="Paste an answer"
        error={error}
        hint="An API answer, Base64, an array of rectangles, a request with its regions, or a curl command. Works without a network."
      >
        {(control) => (
          <TextArea
            {...control}
            mono
            rows={3}
            spellCheck={false}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onPaste={pasted}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void read();
            }}
          />
        )}
      </Field>
      <div className={css.row}>
        <Button onClick={() => void read()}>Read answer</Button>
        <output aria-label="What was read" className={css.said}>
          {said}
        </output>
      </div>
    </div>
  );
}

/** A text area with a megabyte in it makes the page crawl. */
const TOO_LONG_TO_SHOW = 200_000;
