import { Copy, Download } from 'lucide-react';
import { curlCommand, type PollLog, pollLogJson } from '../../core/wire/poll-log.ts';
import { Button } from '../kit/button.tsx';
import { AttemptLog } from '../tasks/attempt-log.tsx';
import css from './wire-view.module.css';

export interface WireLogProps {
  readonly log: PollLog;
  /** Origin of the service, for the command. */
  readonly service: string;
  readonly onCopy: (text: string) => void;
  /** What became of the copying. */
  readonly said: string;
  readonly onSave: (json: string) => void;
}

/** What was asked, when, and how long it took; to be repeated elsewhere or handed on, without the token. */
export function WireLog({ log, service, said, onCopy, onSave }: WireLogProps) {
  return (
    <div className={css.view}>
      <div className={css.head}>
        <span className={css.hint}>Neither the command nor the log contains your token: set $TOKEN.</span>
        <div className={css.buttons}>
          <output className={css.hint}>{said}</output>
          <Button size="small" icon={<Copy size={14} />} onClick={() => onCopy(curlCommand(log, service))}>
            Copy as curl
          </Button>
          <Button size="small" icon={<Download size={14} />} onClick={() => onSave(pollLogJson(log))}>
            Save log
          </Button>
        </div>
      </div>
      <AttemptLog log={log.attempts} endpoint={log.endpoint} startedAt={log.startedAt} />
    </div>
  );
}
