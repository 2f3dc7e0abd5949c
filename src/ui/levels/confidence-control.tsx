import { CirclePercent, SearchAlert } from 'lucide-react';
import { levelsWithConfidence } from '../../core/inspection/confidence.ts';
import type { Inspection } from '../../core/inspection/inspection.ts';
import { useLevelChoice } from '../../state/levels.ts';
import { IconButton } from '../kit/icon-button.tsx';

export interface ConfidenceControlProps {
  readonly inspection: Inspection;
  readonly onToggle: () => void;
  readonly onNextLow: () => void;
}

/** Toggle **Confidence** and button **Next low-confidence region** of the toolbar; absent where the result tells none. */
export function ConfidenceControl({ inspection, onToggle, onNextLow }: ConfidenceControlProps) {
  const on = useLevelChoice((state) => state.confidence);
  if (levelsWithConfidence(inspection) === 0) return null;
  return (
    <>
      <IconButton label="Confidence" icon={<CirclePercent />} pressed={on} onClick={onToggle} />
      <IconButton label="Next low-confidence region" keys="N" icon={<SearchAlert />} onClick={onNextLow} />
    </>
  );
}
