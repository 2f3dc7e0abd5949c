import type { AttemptRecord } from '../../core/ocr/attempt.ts';
import type { EndpointName } from '../../core/ocr/contract.ts';
import css from './attempt-log.module.css';

interface AttemptLogProps {
  readonly log: readonly AttemptRecord[];
  /** Who was asked. */
  readonly endpoint: EndpointName;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
}

/** Every check with what was answered, newest first. Times count from the first check. */
export function AttemptLog({ log, endpoint, startedAt }: AttemptLogProps) {
  return (
    <div className={css.frame}>
      <table className={css.log}>
        <caption>Asked of {endpoint}</caption>
        <thead>
          <tr>
            <th scope="col">#</th>
            <th scope="col">At</th>
            <th scope="col">Took</th>
            <th scope="col">Answered</th>
          </tr>
        </thead>
        <tbody>
          {log.toReversed().map((record) => (
            <tr key={record.attempt}>
              <td>{record.attempt}</td>
              <td>{seconds(record.at - startedAt)}</td>
              <td>{seconds(record.tookMs)}</td>
              <td>{record.words}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function seconds(ms: number): string {
  return `${(Math.max(0, ms) / 1000).toFixed(1)} s`;
}
