import { CircleAlert, CircleCheck, FileDown } from 'lucide-react';
import { cx } from '../kit/cx.ts';
import { Progress } from '../kit/progress.tsx';
import css from './export-crops.module.css';
import type { CropPhase } from './use-crop-run.ts';
import type { FileOutlook } from './use-outlook.ts';

/** List **Not carried over**: what the file loses or changes, with its counts. Absent when nothing is. */
export function FileLosses({ found }: { readonly found: FileOutlook }) {
  if (found.status !== 'known' || found.outlook.losses.length === 0) return null;
  return (
    <div className={css.shown}>
      Not carried over as it is:
      <ul aria-label="Not carried over" className={css.losses}>
        {found.outlook.losses.map((loss) => (
          <li key={loss}>{loss}</li>
        ))}
      </ul>
    </div>
  );
}

export interface FileRunStatusProps {
  readonly phase: CropPhase;
  readonly found: FileOutlook;
  readonly fileName: string;
}

/** What will be in the file, how far it has come, and how it ended. */
export function FileRunStatus({ phase, found, fileName }: FileRunStatusProps) {
  const failed = phase.name === 'failed' || (phase.name === 'choosing' && found.status === 'failed');
  return (
    <div className={css.status}>
      {phase.name === 'running' && (
        <div className={css.running}>
          <Progress label="Written" done={phase.done} total={phase.total} />
        </div>
      )}
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an `output` is for what a form computed */}
      <div role="status" className={cx(css.outcome, failed && css.failed)}>
        {phase.name === 'choosing' && !failed && <FileDown aria-hidden />}
        {phase.name === 'done' && <CircleCheck aria-hidden className={css.good} />}
        {failed && <CircleAlert aria-hidden />}
        <span>{words(phase, found, fileName)}</span>
      </div>
    </div>
  );
}

function words(phase: CropPhase, found: FileOutlook, fileName: string): string {
  switch (phase.name) {
    case 'choosing':
      if (found.status === 'counting') return 'Counting…';
      if (found.status === 'failed') return found.words;
      return found.outlook.count === 0
        ? 'Nothing of these would be in the file, so there is nothing to download.'
        : `${found.outlook.holds} Saved as ${fileName}.`;
    case 'running':
      return 'Writing the file…';
    case 'done':
      return `Downloaded as ${fileName}.`;
    case 'cancelled':
      return 'Cancelled. Nothing was downloaded.';
    case 'failed':
      return phase.words;
  }
}
