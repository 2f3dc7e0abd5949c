/** What a POST asks for. Checked as far as a client can get it wrong; settings that do not change the answer pass. */
import * as v from 'valibot';
import type { TaskKind } from '../core/ocr/contract.ts';
import { imageSize } from './image-size.ts';
import { madeUpRectangles, madeUpTexts } from './made-up.ts';
import { completed, rectanglesEntry, textEntry } from './results.ts';
import type { Outcome } from './results.ts';

const Side = v.optional(v.pipe(v.number(), v.integer()), 0);
const Region = v.object({
  rect: v.optional(v.object({ topLeftX: Side, topLeftY: Side, bottomRightX: Side, bottomRightY: Side })),
  order: v.optional(v.pipe(v.number(), v.integer()), 0),
});
const Settings = v.object({
  language: v.optional(v.string()),
  resultType: v.optional(v.string()),
  regions: v.nullish(v.array(Region)),
});
const Body = v.object({ image: v.pipe(v.string(), v.nonEmpty()), settings: Settings });

export type Submission =
  | { readonly accepted: true; readonly outcome: Outcome }
  /** `why` names the field, as `ProblemDetails` does. */
  | { readonly accepted: false; readonly why: string };

/** Bytes of the image that are looked at for its size: a JPEG may carry a long profile before its frame. */
const HEAD = 1_048_576;
const UNKNOWN_SIZE = { width: 1240, height: 1754 };

export function readSubmission(kind: TaskKind, text: string): Submission {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return { accepted: false, why: 'The request body is not JSON.' };
  }
  const parsed = v.safeParse(Body, body);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    return { accepted: false, why: `${v.getDotPath(issue) ?? 'body'}: ${issue.message}` };
  }
  const head = headOf(parsed.output.image);
  if (!head) return { accepted: false, why: 'image: is not Base64.' };
  return { accepted: true, outcome: outcomeOf(kind, parsed.output.settings, head) };
}

function outcomeOf(kind: TaskKind, settings: v.InferOutput<typeof Settings>, head: Uint8Array): Outcome {
  if (kind === 'detection') return completed([rectanglesEntry(madeUpRectangles(imageSize(head) ?? UNKNOWN_SIZE))]);
  const type = settings.resultType ?? 'Text';
  const warnings = type.toLowerCase() === 'text' ? [] : [`The emulator sends Text only, not ${type}.`];
  return completed(textsByOrder(settings.regions ?? []).map(textEntry), warnings);
}

/** One text per region, the lower `order` first, as the documentation says; of the whole image when there is no region. */
function textsByOrder(regions: readonly v.InferOutput<typeof Region>[]): readonly string[] {
  const texts = madeUpTexts(Math.max(1, regions.length));
  return regions.length === 0
    ? texts
    : regions
        .map(({ order }, i) => ({ order, text: texts[i] ?? '' }))
        .toSorted((a, b) => a.order - b.order)
        .map(({ text }) => text);
}

function headOf(image: string): Uint8Array | null {
  try {
    const whole = image.replace(/^data:[^,]*,/, '').replaceAll(/\s/g, '');
    return Uint8Array.from(atob(whole.slice(0, HEAD)), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
