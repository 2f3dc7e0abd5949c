import { ArrowRight } from 'lucide-react';
import { flushSync } from 'react-dom';
import type { Inspection } from '../../core/inspection/inspection.ts';
import { selectOnly } from '../../core/inspection/selection.ts';
import { useView } from '../../state/view-store.ts';
import { IconButton } from '../kit/icon-button.tsx';
import css from './pairing-note.module.css';
import { focusOffer } from './pairing-offer.tsx';
import { usePageOffer } from './use-pairing-check.ts';

export interface PairingNoteProps {
  readonly inspection: Inspection;
  readonly onShow: (item: number) => void;
}

/** One line over the list: that texts seem to be shifted, and the way to where they can be moved back. */
export function PairingNote({ inspection, onShow }: PairingNoteProps) {
  const offer = usePageOffer(inspection);
  const number = offer && offer.row + 1;
  const show = (row: number) => {
    flushSync(() => {
      useView.getState().select(selectOnly(row));
      onShow(row);
    });
    focusOffer();
  };
  return (
    <div className={offer ? css.note : undefined}>
      {/* There before it says something, or nobody would be told. */}
      <output aria-label="Pairing">{offer && `Texts seem shifted from region ${number}`}</output>
      {offer && (
        <IconButton
          size="small"
          label={`Show region ${number}`}
          icon={<ArrowRight />}
          onClick={() => show(offer.row)}
        />
      )}
    </div>
  );
}
