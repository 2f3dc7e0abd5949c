import { type RefObject, type SubmitEvent, useDeferredValue, useId, useMemo, useState } from 'react';
import { useSlantedCrops } from '../../state/slanted-crops.ts';
import { Dialog } from '../kit/dialog.tsx';
import { CropFields, type CropFieldValues, readPadding } from './crop-fields.tsx';
import { type CropExport, type CropOptions, type CropOutlook, type CropScope, DEFAULT_CROPS } from './crop-options.ts';
import { CropRunStatus } from './crop-run-status.tsx';
import css from './export-crops.module.css';
import { RunFooter } from './run-footer.tsx';
import { whyNot } from './scope-choice.tsx';
import { useCropRun } from './use-crop-run.ts';

export interface ExportCropsDialogProps {
  /** What is chosen at first; null while the dialog is closed. */
  readonly scope: CropScope | null;
  readonly crops: CropExport;
  readonly onClose: () => void;
  readonly returnFocus?: RefObject<HTMLElement | null> | undefined;
}

/** Dialog **Export crops**. */
export function ExportCropsDialog({ scope, ...rest }: ExportCropsDialogProps) {
  return scope === null ? null : <OpenExportCrops scope={scope} {...rest} />;
}

interface OpenProps extends ExportCropsDialogProps {
  readonly scope: CropScope;
}

function OpenExportCrops({ scope, crops, onClose, returnFocus }: OpenProps) {
  const [values, setValues] = useState<CropFieldValues>(() => ({
    ...DEFAULT_CROPS,
    which: whyNot(scope, crops) === null ? scope : DEFAULT_CROPS.which,
    padding: String(DEFAULT_CROPS.padding),
    slanted: useSlantedCrops.getState().slanted,
  }));
  const { phase, start, cancel, forget } = useCropRun(crops.onExport);
  const formId = useId();
  const options = useMemo(() => readOptions(values), [values]);
  // Planning a great many crops takes a moment, and the field must not wait for it.
  const planned = useDeferredValue(options);
  const outlook = useMemo(() => planned && crops.outlook(planned), [planned, crops]);
  const running = phase.name === 'running';

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!running && options && outlook && !blocked(outlook)) start(options, outlook.crops);
  };

  // Leaving while it runs stops the run first, and says so: a long export is not lost unseen by one Esc.
  const leave = () => (running ? cancel() : onClose());

  return (
    <Dialog
      open
      title="Export crops"
      onClose={leave}
      returnFocus={returnFocus}
      footer={
        <RunFooter
          phase={phase}
          formId={formId}
          blocked={outlook === null || blocked(outlook)}
          onCancel={cancel}
          onDone={onClose}
        />
      }
    >
      <form id={formId} className={css.form} noValidate onSubmit={submit}>
        <CropFields
          crops={crops}
          values={values}
          outlook={outlook}
          disabled={running}
          onChange={(patch) => {
            forget();
            setValues((before) => ({ ...before, ...patch }));
            // For the single crops beside, too.
            if (patch.slanted) useSlantedCrops.getState().choose(patch.slanted);
          }}
        />
        <CropRunStatus phase={phase} outlook={outlook} archive={crops.archive} />
      </form>
    </Dialog>
  );
}

function readOptions(values: CropFieldValues): CropOptions | null {
  const padding = readPadding(values.padding);
  return padding === null ? null : { ...values, padding };
}

function blocked(outlook: CropOutlook): boolean {
  return outlook.problem !== undefined || outlook.tooMany !== undefined || outlook.crops === 0;
}
