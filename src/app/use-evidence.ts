import type { FrameCheck } from '../core/frame-check/check.ts';
import type { InkReport } from '../core/lint/ink-report.ts';
import type { PageData } from './use-inspection.ts';

/** What the pixels of the image say of the rectangles. */
export interface Evidence {
  /** Of the rectangles as received, whatever frame is in use; null until it is known, or without image or rectangles. */
  readonly check: FrameCheck | null;
  /** Under the frame in use; null until it is known. What it said under an earlier frame is never shown. */
  readonly ink: InkReport | null;
  readonly status: 'nothing to check' | 'checking' | 'checked' | 'failed';
}

const NOTHING: Evidence = { check: null, ink: null, status: 'nothing to check' };

export function useEvidence(_page: PageData): Evidence {
  return NOTHING;
}
