import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import type { TaskKind } from '../../core/ocr/contract.ts';
import type { Problem } from '../../core/problem.ts';
import { base64Text, hexText, type Mark, utf8Text } from '../../core/wire/lines.ts';
import { isNotBase64, pathOf } from '../../core/wire/problem-place.ts';
import type { Span } from '../../core/span.ts';
import type { WirePlaces } from '../../core/wire/wire-entry.ts';
import { Button } from '../kit/button.tsx';
import { useColumns } from './use-columns.ts';
import { useWire, type Wire, type WireShown } from './use-wire.ts';
import { WirePane } from './wire-pane.tsx';
import { WireProblems } from './wire-problems.tsx';
import { useWireSession } from './use-wire-session.ts';
import type { WireLinks, WireSession } from './wire-session.ts';
import css from './wire-view.module.css';

export interface WireViewProps {
  readonly raw: Uint8Array<ArrayBuffer>;
  readonly kind: TaskKind;
  readonly links: WireLinks | null;
  readonly problems: readonly Problem[];
  /** Whose place is shown first. */
  readonly first?: Problem | undefined;
}

/** The answer, its Base64 and what it decodes to, one under the other: what is chosen in one is marked in all. */
export function WireView({ raw, kind, links, problems, first }: WireViewProps) {
  const session = useWireSession(raw, kind);
  return session ? (
    <WirePanes session={session} links={links} problems={problems} first={first} />
  ) : (
    <output className={css.none}>Looking through the answer…</output>
  );
}

interface WirePanesProps extends Pick<WireViewProps, 'links' | 'problems' | 'first'> {
  readonly session: WireSession;
}

function WirePanes({ session, links, problems, first }: WirePanesProps) {
  const { raw } = session;
  const wire = useWire(session, links);
  const showFirst = useEffectEvent(() => {
    if (first) wire.showProblem(first);
  });
  useEffect(() => showFirst(), []);
  const { entry } = wire;
  const [base] = entry?.layers ?? [];
  const { measure, columns } = useColumns();
  const [shape, setShape] = useState<'text' | 'hex' | null>(null);
  const asHex = (shape ?? (entry && looksBinary(entry.content.read({ from: 0, to: 64 })) ? 'hex' : 'text')) === 'hex';

  const answer = useMemo(
    () => utf8Text({ length: raw.length, read: ({ from, to }) => raw.subarray(Math.max(from, 0), to) }, columns),
    [raw, columns],
  );
  const base64 = useMemo(() => (base ? base64Text(base, columns) : null), [base, columns]);
  const decoded = useMemo(
    () => entry && (asHex ? hexText(entry.content, columns / 4) : utf8Text(entry.content, (columns / 4) * 3)),
    [entry, asHex, columns],
  );
  const refusal = problems.some((one) => pathOf(one)?.entry === wire.index && isNotBase64(one));

  return (
    <div ref={measure} className={css.view}>
      <WireProblems problems={problems} onShow={wire.showProblem} />
      <div className={css.head}>
        <h3>Answer</h3>
        <Hint wire={wire} linked={links !== null && links.inspection.itemCount > 0} />
        {links !== null && links.inspection.itemCount > 0 && (
          <div className={css.buttons}>
            <Button size="small" icon={<ChevronLeft size={14} />} onClick={() => wire.step(-1)}>
              Previous region
            </Button>
            <Button size="small" icon={<ChevronRight size={14} />} onClick={() => wire.step(1)}>
              Next region
            </Button>
          </div>
        )}
      </div>
      <WirePane name="Answer" unit="Byte" text={answer} {...shownIn(wire, 'answer')} onPick={wire.pickAnswer} />
      <h3 className={css.head}>Base64</h3>
      {base64 ? (
        <WirePane
          key={`base64 ${wire.index}`}
          name="Base64"
          unit="Character"
          text={base64}
          {...shownIn(wire, 'base64')}
          onPick={wire.pickBase64}
        />
      ) : (
        <p className={css.none}>
          {entry ? 'This content came as JSON and not in Base64.' : 'There is no content to decode.'}
        </p>
      )}
      <div className={css.head}>
        <h3>Decoded</h3>
        {decoded && (
          <div className={css.buttons}>
            <Button size="small" pressed={!asHex} onClick={() => setShape('text')}>
              UTF-8
            </Button>
            <Button size="small" pressed={asHex} onClick={() => setShape('hex')}>
              Hex
            </Button>
          </div>
        )}
      </div>
      {decoded && !refusal ? (
        <WirePane
          key={`decoded ${wire.index} ${String(asHex)}`}
          name="Decoded"
          unit="Byte"
          text={decoded}
          {...shownIn(wire, 'decoded')}
          onPick={wire.pickDecoded}
        />
      ) : (
        <p className={css.none}>
          {refusal ? 'Nothing was decoded: this is not Base64.' : 'There is no content to decode.'}
        </p>
      )}
    </div>
  );
}

function Hint({ wire: { entries, index, working }, linked }: { readonly wire: Wire; readonly linked: boolean }) {
  const which = entries > 1 ? `Result ${index + 1} of ${entries.toLocaleString('en')}. ` : '';
  return (
    <output className={css.hint} title={linked ? 'Or use the arrow keys, then Enter.' : undefined}>
      {working
        ? 'Looking for the regions in the bytes…'
        : which + (linked ? 'Click a character to choose its region.' : '')}
    </output>
  );
}

function shownIn({ item, fault, goTo }: WireShown, pane: keyof WirePlaces) {
  const marks: (Mark & { readonly name: 'item' | 'fault' })[] = [];
  if (item[pane]) marks.push({ ...item[pane], name: 'item' });
  if (fault[pane]) marks.push({ ...fault[pane], name: 'fault' });
  const place: Span | null = goTo === 'fault' ? fault[pane] : item[pane];
  return { marks, goTo: place };
}

/** Control characters that no text has near its beginning. */
function looksBinary(head: Uint8Array): boolean {
  return head.some((byte) => byte < 9 || (byte > 13 && byte < 27));
}
