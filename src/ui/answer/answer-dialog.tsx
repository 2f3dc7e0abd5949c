import { Copy, Download } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { TaskKind } from '../../core/ocr/contract.ts';
import type { Problem } from '../../core/problem.ts';
import type { PollLog } from '../../core/wire/poll-log.ts';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import css from './answer-dialog.module.css';
import { WireLog } from './wire-log.tsx';
import type { WireLinks } from './wire-session.ts';
import { WireView } from './wire-view.tsx';

const AnswerTree = lazy(() => import('./answer-tree.tsx'));

export interface AnswerDialogProps {
  readonly title: string;
  /** Of the task that answered. */
  readonly kind: TaskKind;
  /** The body as received; whatever it is. */
  readonly raw: Uint8Array<ArrayBuffer>;
  /** null: the page shows another answer than this one. The same object as long as nothing in it changes. */
  readonly links: WireLinks | null;
  /** Of this answer alone. */
  readonly problems: readonly Problem[];
  /** What the person came to see: its place is shown first. */
  readonly first?: Problem | undefined;
  /** null: nobody was asked for it. */
  readonly log: PollLog | null;
  /** Origin of the service. */
  readonly service: string;
  readonly onClose: () => void;
  readonly onCopy: (text: string) => Promise<string | null>;
  readonly onSave: () => void;
  readonly onSaveLog: (json: string) => void;
}

type Shape = 'text' | 'tree' | 'log';

/** A larger one is not drawn as a tree. */
const LARGEST_TREE = 200_000;

/** The answer as it came over the wire, whatever the decoder made of it: its bytes, as a tree, and how it was asked for. */
export function AnswerDialog(props: AnswerDialogProps) {
  const { title, kind, raw, links, problems, first, log, service, onClose, onCopy, onSave, onSaveLog } = props;
  const json = useMemo(() => asJson(raw), [raw]);
  const [shape, setShape] = useState<Shape>('text');
  const [said, setSaid] = useState({ of: 'answer', words: '' });
  const copy = async (of: 'answer' | 'command', text: string) =>
    setSaid({ of, words: (await onCopy(text)) ?? 'Copied.' });
  const saidOf = (of: typeof said.of) => (said.of === of ? said.words : '');
  const shapes: readonly (readonly [Shape, string])[] = [
    ['text', 'As text'],
    ...(json === null ? [] : [['tree', 'As tree'] as const]),
    ...(log === null ? [] : [['log', 'Requests'] as const]),
  ];
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      width="full"
      footer={
        <>
          <output className={css.said}>{saidOf('answer')}</output>
          <Button icon={<Copy size={16} />} onClick={() => void copy('answer', new TextDecoder().decode(raw))}>
            Copy answer
          </Button>
          <Button icon={<Download size={16} />} onClick={onSave}>
            Save answer
          </Button>
        </>
      }
    >
      <div className={css.head}>
        <span className={css.said}>{raw.byteLength.toLocaleString('en')} bytes, exactly as received</span>
        {shapes.length > 1 && (
          <div className={css.shapes}>
            {shapes.map(([one, name]) => (
              <Button key={one} size="small" pressed={shape === one} onClick={() => setShape(one)}>
                {name}
              </Button>
            ))}
          </div>
        )}
      </div>
      <div className={css.stage}>
        {shape === 'text' && raw.byteLength === 0 && <p className={css.said}>(the body was empty)</p>}
        {shape === 'text' && raw.byteLength > 0 && (
          <WireView raw={raw} kind={kind} links={links} problems={problems} first={first} />
        )}
        {shape === 'tree' && json !== null && (
          <Suspense fallback={<p>Loading…</p>}>
            <AnswerTree value={json} />
          </Suspense>
        )}
        {shape === 'log' && log !== null && (
          <WireLog
            log={log}
            service={service}
            said={saidOf('command')}
            onCopy={(text) => void copy('command', text)}
            onSave={onSaveLog}
          />
        )}
      </div>
    </Dialog>
  );
}

/** Only what is small enough to be drawn as a tree. */
function asJson(raw: Uint8Array): object | null {
  if (raw.byteLength > LARGEST_TREE) return null;
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(raw));
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}
