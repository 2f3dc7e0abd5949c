import * as v from 'valibot';

const Whole = v.pipe(v.number(), v.integer());
const Corners = v.tuple([Whole, Whole, Whole, Whole]);

const RequestRegion = v.object({
  rect: v.object({ topLeftX: Whole, topLeftY: Whole, bottomRightX: Whole, bottomRightY: Whole }),
  order: Whole,
});

const Truth = v.object({
  name: v.string(),
  title: v.string(),
  description: v.string(),
  image: v.object({ file: v.string(), type: v.string(), width: Whole, height: Whole }),
  detection: v.string(),
  recognition: v.string(),
  /** `[x1, y1, x2, y2]` in pixels of the image, in the order in which the service would send them. */
  regions: v.array(Corners),
  /** One per region, with the flaws that a recognition has: an empty one, one of a picture, misread letters. */
  texts: v.array(v.string()),
  /** `settings` of the POST body, where the regions were defined by the person. `image` is left out: it is the file. */
  request: v.optional(v.object({ settings: v.object({ language: v.string(), regions: v.array(RequestRegion) }) })),
});

/** What is known about a sample: written by `src/samples/draw.mjs` while it drew the image. */
export type SampleTruth = v.InferOutput<typeof Truth> & {
  /** Bytes of the image file. Without it nobody can have it. Rejects in words. */
  readonly picture?: () => Promise<Uint8Array<ArrayBuffer>>;
};

/** Reads a sample by name. Rejects when the file is missing or is not a truth file. */
export type LoadTruth = (name: string) => Promise<SampleTruth>;

/** @throws Error in words, when the JSON of a truth file is something else */
export function parseTruth(name: string, json: unknown): SampleTruth {
  const parsed = v.safeParse(Truth, json);
  if (parsed.success && parsed.output.regions.length === parsed.output.texts.length) return parsed.output;
  const issue = parsed.issues?.[0];
  const why = issue ? `${v.getDotPath(issue) ?? 'root'}: ${issue.message}` : 'as many texts as regions are needed';
  throw new Error(`The sample "${name}" is not as it was drawn (${why}).`);
}
