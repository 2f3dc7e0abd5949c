import { CircleAlert, CircleCheck, CircleQuestionMark, LoaderCircle, TriangleAlert } from 'lucide-react';
import type { FrameVerdict } from '../../core/frame-check/check.ts';

export type Look = FrameVerdict | 'busy' | 'failed' | 'nothing';

export const VERDICT_ICONS = {
  fits: CircleCheck,
  'fits only if': TriangleAlert,
  'does not fit': CircleAlert,
  'cannot tell': CircleQuestionMark,
  busy: LoaderCircle,
  failed: TriangleAlert,
  nothing: CircleQuestionMark,
} satisfies Record<Look, unknown>;

/** Names of classes, in the section and over the picture. */
export const LOOKS = {
  fits: 'fits',
  'fits only if': 'warning',
  'does not fit': 'error',
  'cannot tell': 'quiet',
  busy: 'busy',
  failed: 'warning',
  nothing: 'quiet',
} as const satisfies Record<Look, string>;
