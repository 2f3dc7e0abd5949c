import { X } from 'lucide-react';
import { Button } from '../kit/button.tsx';
import { IconButton } from '../kit/icon-button.tsx';
import css from './canvas-hint.module.css';

export interface CanvasHintProps {
  readonly words: string;
  readonly button: { readonly label: string; readonly run: () => void } | null;
  /** null: it goes by itself. */
  readonly onPutAway: (() => void) | null;
}

/** At the foot of the canvas: what is under way, went wrong or is missing. */
export function CanvasHint({ words, button, onPutAway }: CanvasHintProps) {
  return (
    <div className={css.hint}>
      <p>{words}</p>
      {button && (
        <Button size="small" onClick={button.run}>
          {button.label}
        </Button>
      )}
      {onPutAway && <IconButton label="Put this hint away" icon={<X />} size="small" onClick={onPutAway} />}
    </div>
  );
}
