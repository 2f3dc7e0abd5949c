import { type RefObject, type SubmitEvent, useId, useState } from 'react';
import type { ExportScope } from '../../core/export/exporters/exporter.ts';
import { Dialog } from '../kit/dialog.tsx';
import css from './export-crops.module.css';
import type { FileExport } from './export-options.ts';
import { FileLosses, FileRunStatus } from './file-run-status.tsx';
import { RunFooter } from './run-footer.tsx';
import { ScopeChoice } from './scope-choice.tsx';
import { useCropRun } from './use-crop-run.ts';
import { useOutlook } from './use-outlook.ts';

export interface ExportDialogProps {
  readonly file: FileExport;
  readonly returnFocus: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

/** Which regions go into a file, what it will hold, and what it cannot carry, before anything is downloaded. */
export function ExportDialog({ file, returnFocus, onClose }: ExportDialogProps) {
  const [scope, setScope] = useState<ExportScope>('all');
  const { phase, start, cancel, forget } = useCropRun(file.onExport);
  const found = useOutlook(file, scope);
  const formId = useId();
  const running = phase.name === 'running';
  const ready = found.status === 'known' && found.outlook.count > 0;

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!running && ready) start(scope, file.counts[scope]);
  };

  return (
    <Dialog
      open
      title={`Export: ${file.label}`}
      // Leaving while it runs stops the run first, and says so.
      onClose={() => (running ? cancel() : onClose())}
      returnFocus={returnFocus}
      footer={<RunFooter phase={phase} formId={formId} blocked={!ready} onCancel={cancel} onDone={onClose} />}
    >
      <form id={formId} className={css.form} noValidate onSubmit={submit}>
        <fieldset className={css.fields} disabled={running}>
          <ScopeChoice
            crops={file}
            value={scope}
            onChange={(next) => {
              forget();
              setScope(next);
            }}
          />
        </fieldset>
        <FileLosses found={found} />
        <FileRunStatus phase={phase} found={found} fileName={file.fileName} />
      </form>
    </Dialog>
  );
}
