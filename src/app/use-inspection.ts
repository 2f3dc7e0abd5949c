import { useMemo } from 'react';
import { frameOf, isAsReceived } from '../core/geometry/frame-setting.ts';
import { IDENTITY_FRAME } from '../core/inspection/frame.ts';
import { buildInspection, inspectPage } from '../core/inspection/join.ts';
import type { Inspection } from '../core/inspection/inspection.ts';
import type { ConnectionId } from '../core/ocr/connection.ts';
import type { TaskKind } from '../core/ocr/contract.ts';
import type { ReceivedAnswer } from '../core/ocr/task.ts';
import { type ImageView, viewImage } from '../image/image-view.ts';
import { useDecoded } from '../queries/use-decoded.ts';
import { type TaskHandle, type TaskRef, useOcrTask } from '../queries/use-ocr-task.ts';
import { currentInspection, type OpenInspection, type TaskSlot, useInspections } from '../state/inspections.ts';
import { useView } from '../state/view-store.ts';
import { type Matches, useMatches } from './use-matches.ts';

/** Everything that the page shows of the open inspection, derived from choices and answers; nothing is copied. */
export interface PageData extends Matches {
  readonly open: OpenInspection;
  readonly tasks: Readonly<Record<TaskKind, TaskHandle>>;
  readonly decoding: boolean;
  readonly image: ImageView | null;
  readonly inspection: Inspection;
}

export function useInspection(): PageData {
  const open = useInspections(currentInspection);
  const detection = useOcrTask(useTaskRef(open.connection, open.tasks.detection));
  const recognition = useOcrTask(useTaskRef(open.connection, open.tasks.recognition));
  const detected = useDecoded(shownAnswer(open.tasks.detection, detection), 'detection');
  const recognised = useDecoded(shownAnswer(open.tasks.recognition, recognition), 'recognition');

  const { image: source, rawPixels, request, pairing, pageText } = open;
  const { setting } = open.frame;
  const image = useMemo(() => (source ? viewImage(source, rawPixels ? 'raw' : 'upright') : null), [source, rawPixels]);
  // Without an image there is nothing that the rectangles could miss.
  const frame = useMemo(
    () => (image === null || isAsReceived(setting) ? IDENTITY_FRAME : frameOf(setting, image.size)),
    [setting, image],
  );
  const inspection = useMemo(() => {
    const parts = { choice: pairing, frame, imageSize: image?.size ?? null };
    if (pageText) return inspectPage(pageText.decoded, parts);
    return buildInspection({ ...parts, detection: detected.decoded, recognition: recognised.decoded, request });
  }, [detected.decoded, recognised.decoded, request, pageText, pairing, frame, image]);
  const { matches, searching, running } = useMatches(
    inspection,
    useView((view) => view.search),
  );
  const decoding = detected.status === 'decoding' || recognised.status === 'decoding';

  // The same object until something in it changes: what is made of it is kept by its identity.
  return useMemo(
    () => ({ open, tasks: { detection, recognition }, decoding, image, inspection, matches, searching, running }),
    [open, detection, recognition, decoding, image, inspection, matches, searching, running],
  );
}

/** A pasted answer, else the cloud's, else what was shown before this id was asked for. */
export function shownAnswer({ given, before }: TaskSlot, { view }: Pick<TaskHandle, 'view'>): ReceivedAnswer | null {
  return given ?? view.answer ?? before;
}

function useTaskRef(connection: ConnectionId, { asked, endpoint, given }: TaskSlot): TaskRef | null {
  return useMemo(
    () => (asked === null || given !== null ? null : { connection, endpoint, id: asked }),
    [connection, asked, endpoint, given],
  );
}
