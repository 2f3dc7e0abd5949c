import { Button } from '../kit/button.tsx';
import type { CropPhase } from './use-crop-run.ts';

export interface RunFooterProps {
  readonly phase: CropPhase;
  /** Of the form that **Download** submits. */
  readonly formId: string;
  readonly blocked: boolean;
  readonly onCancel: () => void;
  readonly onDone: () => void;
}

/** **Download**, and while it runs **Cancel** in its place. */
export function RunFooter({ phase, formId, blocked, onCancel, onDone }: RunFooterProps) {
  if (phase.name === 'running')
    return (
      // The focus follows the button that was pressed: it has become this one.
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      <Button key="cancel" autoFocus onClick={onCancel}>
        Cancel
      </Button>
    );
  return (
    <>
      {phase.name === 'done' && <Button onClick={onDone}>Done</Button>}
      <Button
        key="download"
        variant="primary"
        type="submit"
        form={formId}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- as above, on the way back
        autoFocus={phase.name !== 'choosing'}
        disabled={blocked}
      >
        Download
      </Button>
    </>
  );
}
