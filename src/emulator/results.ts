/** What a finished task sends: entries with real Base64 payloads, in the shapes that the contract documents. */
import type { TaskKind } from '../core/ocr/contract.ts';
import type { ResultEntry } from '../core/ocr/task.ts';
import type { SampleTruth } from '../core/samples/truth.ts';

/** `error` of an answer: an object by the OpenAPI file, a plain value in the tutorials. */
export type ServiceError =
  | string
  | { readonly messages: readonly string[]; readonly warnings: readonly string[] }
  | null;

export interface Outcome {
  readonly results: readonly ResultEntry[] | null;
  readonly error: ServiceError;
  /** `responseStatusCode`, where it is not the one of the phase. */
  readonly code?: string;
}

/** One entry that holds all rectangles, with a space after each comma: the only form in the vendor's samples. */
export function rectanglesEntry(rectangles: readonly (readonly unknown[])[]): ResultEntry {
  const rows = rectangles.map((corners) => `[${corners.map((corner) => JSON.stringify(corner)).join(', ')}]`);
  return { type: 'Other', data: base64(`[${rows.join(', ')}]`) };
}

export function textEntry(text: string): ResultEntry {
  return { type: 'Text', data: base64(text) };
}

/** The result of a sample: its rectangles, or one text for each. */
export function sampleOutcome(kind: TaskKind, truth: SampleTruth): Outcome {
  return completed(kind === 'detection' ? [rectanglesEntry(truth.regions)] : truth.texts.map(textEntry));
}

export function completed(results: readonly ResultEntry[] | null, warnings: readonly string[] = []): Outcome {
  return { results, error: warnings.length > 0 ? { messages: [], warnings } : null };
}

/** Standard Base64 of the UTF-8 bytes of a text. */
export function base64(text: string): string {
  return base64OfBytes(new TextEncoder().encode(text));
}

export function base64OfBytes(bytes: Uint8Array): string {
  // In pieces: an argument list of a million characters overflows the stack.
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8_190)
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + 8_190))));
  return pieces.join('');
}
