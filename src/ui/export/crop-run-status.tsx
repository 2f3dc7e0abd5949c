import { CircleAlert, CircleCheck, FileArchive } from 'lucide-react';
import { cx } from '../kit/cx.ts';
import { Progress } from '../kit/progress.tsx';
import { grouped } from '../regions/numbers.ts';
import type { CropOutlook } from './crop-options.ts';
import css from './export-crops.module.css';
import type { CropPhase } from './use-crop-run.ts';

export interface CropRunStatusProps {
  readonly phase: CropPhase;
  readonly outlook: CropOutlook | null;
  readonly archive: string;
}

/** What will be in the archive, how far it has come, and how it ended. */
export function CropRunStatus({ phase, outlook, archive }: CropRunStatusProps) {
  const refused = phase.name === 'failed' || (phase.name === 'choosing' && outlook?.tooMany !== undefined);
  return (
    <div className={css.status}>
      {phase.name === 'running' && (
        <div className={css.running}>
          <Progress label="Crops made" done={phase.done} total={phase.total} />
          {/* Counts fly past: they are for the eye, the bar tells screen readers. */}
          <span aria-hidden>
            {grouped(phase.done)} of {grouped(phase.total)} crops
          </span>
        </div>
      )}
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an `output` is for what a form computed */}
      <div role="status" className={cx(css.outcome, refused && css.failed)}>
        {phase.name === 'choosing' && !refused && <FileArchive aria-hidden />}
        {phase.name === 'done' && <CircleCheck aria-hidden className={css.good} />}
        {refused && <CircleAlert aria-hidden />}
        <span>{words(phase, outlook, archive)}</span>
      </div>
    </div>
  );
}

function words(phase: CropPhase, outlook: CropOutlook | null, archive: string): string {
  switch (phase.name) {
    case 'choosing':
      if (!outlook) return '';
      return outlook.tooMany ?? `${outlookWords(outlook)} All in ${archive}.`;
    case 'running':
      return 'Making the crops…';
    case 'done':
      return `Downloaded as ${archive}. ${outlook ? outlookWords(outlook) : ''}`;
    case 'cancelled':
      return 'Cancelled. Nothing was downloaded.';
    case 'failed':
      return phase.words;
  }
}

/** `37 crops.` or `35 crops, 2 without a crop are listed in the manifest only.` */
export function outlookWords({ crops, withoutFile }: Pick<CropOutlook, 'crops' | 'withoutFile'>): string {
  const made = `${grouped(crops)} ${crops === 1 ? 'crop' : 'crops'}`;
  if (withoutFile === 0) return `${made}.`;
  const listed = withoutFile === 1 ? 'is listed' : 'are listed';
  return `${made}, ${grouped(withoutFile)} without a crop ${listed} in the manifest only.`;
}
