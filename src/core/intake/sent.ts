import { decodeAnswer } from '../decode/index.ts';
import { counted } from '../decode/read-large.ts';
import { receiveDecoded, type SentDecoded, sendDecoded } from '../decode/sent.ts';
import type { Decoded } from '../decode/decoded.ts';
import { adoptTree, type RegionTree, regionTreeBuffers, treeOf } from '../geometry/region-tree.ts';
import { regionTableBuffers } from '../inspection/region-table.ts';
import { isListed } from '../ocr/task.ts';
import type { Intake, PastedAnswer } from './intake.ts';

/** What was found in a large paste, on its way from a worker to the page: answers without their entries, but decoded. */
export interface SentIntake {
  readonly intake: Intake;
  /** Per answer of the intake; null where nobody can say yet which task answered. */
  readonly decoded: readonly (SentDecoded | null)[];
  /** The index of the request's regions. */
  readonly tree: RegionTree | null;
}

/** What is sent, and what of it is moved. What was found is empty afterwards. */
export function sendIntake(intake: Intake): { readonly sent: SentIntake; readonly transfer: ArrayBuffer[] } {
  if (intake.kind === 'unknown') return { sent: { intake, decoded: [], tree: null }, transfer: [] };
  const { answers, request, image } = intake;
  const parts = answers.map(({ kind, task }) =>
    kind !== null && isListed(task) ? sendDecoded(decodeAnswer(task.results, kind)) : null,
  );
  const tree = request && treeOf(request.table);
  const light = answers.map((answer, at): PastedAnswer =>
    parts[at] ? { ...answer, task: counted(answer.task) } : answer,
  );
  const transfer = [
    ...parts.flatMap((part) => part?.transfer ?? []),
    ...answers.map(({ raw }) => raw.buffer),
    ...(request && tree ? [...regionTableBuffers(request.table), ...regionTreeBuffers(tree)] : []),
    ...(image ? [image.bytes.buffer] : []),
  ];
  return {
    sent: { intake: { ...intake, answers: light }, decoded: parts.map((part) => part && part.sent), tree },
    transfer: [...new Set(transfer)].filter((buffer) => buffer.byteLength > 0),
  };
}

/** On the other side. `onDecoded` is told what each answer was decoded to. */
export function receiveIntake(
  { intake, decoded, tree }: SentIntake,
  onDecoded: (answer: PastedAnswer, decoded: Decoded) => void,
): Intake {
  if (intake.kind === 'unknown') return intake;
  if (intake.request && tree) adoptTree(intake.request.table, tree);
  intake.answers.forEach((answer, at) => {
    const sent = decoded[at];
    if (sent) onDecoded(answer, receiveDecoded(sent));
  });
  return intake;
}
