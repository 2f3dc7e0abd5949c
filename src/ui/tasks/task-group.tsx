import { CircleAlert, CircleCheck, CircleDashed, CirclePause, Clock3, LoaderCircle, WifiOff } from 'lucide-react';
import { type ComponentType, type ReactNode, useRef } from 'react';
import type { EndpointName, TaskKind } from '../../core/ocr/contract.ts';
import type { TaskPhase } from '../../core/ocr/poll-view.ts';
import type { TaskHandle } from '../../queries/use-ocr-task.ts';
import { Button } from '../kit/button.tsx';
import { cx } from '../kit/cx.ts';
import { Disclosure } from '../kit/disclosure.tsx';
import { problemWords } from '../kit/problem-words.ts';
import { useNow } from '../kit/use-now.ts';
import { AttemptLog } from './attempt-log.tsx';
import { inWords } from './duration.ts';
import { EndpointChoice, type EndpointChoiceProps } from './endpoint-choice.tsx';
import css from './task-group.module.css';

const NAMES: Record<TaskKind, string> = { detection: 'Detection task', recognition: 'Recognition task' };
const SHORT_NAMES: Record<TaskKind, string> = { detection: 'Detection', recognition: 'Recognition' };

const MARKS: Record<
  TaskPhase,
  { readonly icon: ComponentType<{ size: number }>; readonly tone: 'quiet' | 'busy' | 'ok' | 'warn' | 'error' }
> = {
  waiting: { icon: CircleDashed, tone: 'quiet' },
  pending: { icon: LoaderCircle, tone: 'busy' },
  processing: { icon: LoaderCircle, tone: 'busy' },
  completed: { icon: CircleCheck, tone: 'ok' },
  error: { icon: CircleAlert, tone: 'error' },
  'not-found': { icon: CircleAlert, tone: 'error' },
  'needs-token': { icon: Clock3, tone: 'warn' },
  paused: { icon: CirclePause, tone: 'warn' },
  stopped: { icon: CirclePause, tone: 'quiet' },
  offline: { icon: WifiOff, tone: 'warn' },
  failed: { icon: CircleAlert, tone: 'error' },
};

/** They go on by themselves as soon as they can. */
const RESUMING: readonly TaskPhase[] = ['offline', 'needs-token'];

export interface TaskGroupProps {
  readonly kind: TaskKind;
  readonly handle: TaskHandle;
  /** Who is asked, or was. */
  readonly endpoint: EndpointName;
  /** Whom to ask when Inspect is pressed next; null where there is only one. */
  readonly choice: EndpointChoiceProps | null;
  /** An answer was pasted in place of the cloud's. */
  readonly pasted: boolean;
  readonly clock: () => number;
  /** Something that the page can do about the state, as a button. */
  readonly remedy: { readonly label: string; readonly run: () => void } | null;
  /** null while there is nothing to view. */
  readonly onView: (() => void) | null;
}

/** One task: its state in one sentence, what is going on around it, and what can be done. */
export function TaskGroup({ kind, handle, endpoint, choice, pasted, clock, remedy, onView }: TaskGroupProps) {
  const { view } = handle;
  const phase: TaskPhase = pasted ? 'completed' : view.phase;
  const { icon: Icon, tone } = MARKS[phase];
  const asked = view.startedAt !== null && !pasted;
  const underWay = asked && (view.checking || view.nextCheckAt !== null || RESUMING.includes(phase));
  const atRest = phase === 'paused' || phase === 'stopped';
  // Nothing can be asked in these two, whoever wants it.
  const canCheck = !RESUMING.includes(phase) && (phase !== 'completed' || underWay || view.suggestion === 'try-again');
  const checkNow = useRef<HTMLButtonElement>(null);

  return (
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset groups form controls, and this is a state with buttons
      role="group"
      aria-label={NAMES[kind]}
      className={cx(css.group, css[tone], !asked && !pasted && css.idle)}
    >
      <div className={css.head}>
        <span className={cx(css.icon, view.checking && !pasted && css.spin)} aria-hidden>
          <Icon size={16} />
        </span>
        <span className={css.name} aria-hidden>
          {asked || pasted ? NAMES[kind] : SHORT_NAMES[kind]}
        </span>
        {onView && (
          <Button size="small" variant="quiet" className={css.view} onClick={onView}>
            View answer
          </Button>
        )}
      </div>
      <output aria-label={NAMES[kind]} className={css.sentence}>
        {pasted ? 'Completed: this answer was pasted, the cloud was not asked.' : view.sentence}
      </output>
      {choice && <EndpointChoice {...choice} />}
      {asked && <Meter handle={handle} endpoint={endpoint} clock={clock} />}
      {asked && view.lastProblem !== null && (
        <p className={css.problem}>{problemWords({ ...view.lastProblem, where: '' })}</p>
      )}
      <Buttons>
        {remedy && (
          <Button size="small" onClick={remedy.run}>
            {remedy.label}
          </Button>
        )}
        {asked && atRest && (
          <Button size="small" onClick={handle.keepWaiting}>
            Keep waiting
          </Button>
        )}
        {asked && canCheck && (
          <Button ref={checkNow} size="small" onClick={handle.checkNow}>
            Check now
          </Button>
        )}
        {underWay && (
          <Button
            size="small"
            onClick={() => {
              handle.stop();
              // This button goes away now, and the focus must not go with it.
              checkNow.current?.focus();
            }}
          >
            Stop
          </Button>
        )}
      </Buttons>
      {asked && view.log.length > 0 && (
        <Disclosure label={`Log of checks (${view.log.length})`} className={css.log}>
          <AttemptLog log={view.log} endpoint={endpoint} startedAt={view.startedAt ?? 0} />
        </Disclosure>
      )}
    </div>
  );
}

function Buttons({ children }: { readonly children: ReactNode }) {
  return <div className={css.buttons}>{children}</div>;
}

/** What changes by itself stands outside the announced sentence: who is asked, countdown, elapsed time, attempts, requests. */
function Meter({ handle: { view }, endpoint, clock }: Pick<TaskGroupProps, 'handle' | 'endpoint' | 'clock'>) {
  const ticking = view.finishedAt === null && (view.nextCheckAt !== null || view.checking);
  const now = useNow(clock, ticking ? 250 : 0);
  const until = view.finishedAt ?? now;
  const facts = [
    endpoint,
    view.checking ? 'checking now' : view.nextCheckAt !== null && `next check in ${inWords(view.nextCheckAt - now)}`,
    view.startedAt !== null && `${inWords(until - view.startedAt)} ${view.finishedAt === null ? 'so far' : 'in all'}`,
    `attempt ${view.attempts}`,
    view.requestsSent === 1 ? '1 request sent' : `${view.requestsSent} requests sent`,
  ].filter(Boolean);
  return <p className={css.meter}>{facts.join(' · ')}</p>;
}
