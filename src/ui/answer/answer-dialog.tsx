import { Copy, Download } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import css from './answer-dialog.module.css';

const AnswerTree = lazy(() => import('./answer-tree.tsx'));

export interface AnswerDialogProps {
  readonly title: string;
  /** The body as received; whatever it is. */
  readonly raw: Uint8Array;
  readonly onClose: () => void;
  readonly onCopy: (text: string) => Promise<string | null>;
  readonly onSave: () => void;
}

/** So much is shown; copy and save always take the whole. */
const SHOWN = 200_000;

/** The answer as it came over the wire, whatever the decoder made of it. */
export function AnswerDialog({ title, raw, onClose, onCopy, onSave }: AnswerDialogProps) {
  const text = useMemo(() => new TextDecoder().decode(raw), [raw]);
  const json = useMemo(() => asJson(text), [text]);
  const [shape, setShape] = useState<'text' | 'tree'>('text');
  const [said, setSaid] = useState('');
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      width="wide"
      footer={
        <>
          <output className={css.said}>{said}</output>
          <Button icon={<Copy size={16} />} onClick={async () => setSaid((await onCopy(text)) ?? 'Copied.')}>
            Copy answer
          </Button>
          <Button icon={<Download size={16} />} onClick={onSave}>
            Save answer
          </Button>
        </>
      }
    >
      <div className={css.head}>
        <span className={css.said}>
          {raw.byteLength.toLocaleString('en')} bytes, exactly as received
          {text.length > SHOWN && `; the first ${SHOWN.toLocaleString('en')} characters are shown`}
        </span>
        {json !== null && (
          <div className={css.shapes}>
            <Button size="small" pressed={shape === 'text'} onClick={() => setShape('text')}>
              As text
            </Button>
            <Button size="small" pressed={shape === 'tree'} onClick={() => setShape('tree')}>
              As tree
            </Button>
          </div>
        )}
      </div>
      {shape === 'tree' && json !== null ? (
        <Suspense fallback={<p>Loading…</p>}>
          <AnswerTree value={json} />
        </Suspense>
      ) : (
        <pre className={css.text} dir="auto">
          {text === '' ? '(the body was empty)' : text.slice(0, SHOWN)}
        </pre>
      )}
    </Dialog>
  );
}

/** Only what is small enough to be drawn as a tree. */
function asJson(text: string): object | null {
  if (text.length > SHOWN) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}
