import { type CropPlan, cropSize, type CropRow } from './crop-plan.ts';
import { csvLine } from './csv.ts';
import { type ImageFacts, writtenFrame, writtenImage } from './image-facts.ts';
import { textAt } from '../inspection/texts.ts';

/** What became of one crop. */
export interface CropOutcome {
  /** Of the crop's file; null when there is none, or where the page could not hash. */
  readonly sha256: string | null;
  /** Why the file that was planned is not there; null when it is. */
  readonly failed: string | null;
  /** What the format could not keep. */
  readonly notes: readonly string[];
}

/** Columns of manifest.csv and keys of each region in manifest.json. */
export const MANIFEST_COLUMNS = [
  'index',
  'file',
  'x1',
  'y1',
  'x2',
  'y2',
  'cut_x1',
  'cut_y1',
  'cut_x2',
  'cut_y2',
  'width',
  'height',
  'text',
  'problems',
  'sha256',
] as const;

type ManifestRegion = Readonly<
  Record<Exclude<(typeof MANIFEST_COLUMNS)[number], 'file' | 'text' | 'problems' | 'sha256' | 'index'>, number | null>
> & {
  readonly index: number;
  readonly file: string | null;
  readonly text: string | null;
  readonly problems: readonly string[];
  readonly sha256: string | null;
  /** Of a straightened crop, JSON only: its corners in image pixels, clockwise from its top left. */
  readonly corners?: readonly (readonly [x: number, y: number])[];
};

const PLANNED: CropOutcome = { sha256: null, failed: null, notes: [] };

/** A manifest that grows with its crops: `head`, then each row of the plan in its order, then `end`. There is no date in it. */
export interface Manifest {
  head(): string;
  /** `outcome` is left out for a row that no file was planned of. */
  row(row: CropRow, outcome?: CropOutcome): string;
  end(): string;
}

/** manifest.json: the same plan, image and outcomes give the same bytes. */
export function jsonManifest(plan: CropPlan, image: ImageFacts): Manifest {
  const { pairing, frame, texts } = plan.inspection;
  const manifest = {
    version: 1,
    image: {
      ...writtenImage(image),
      frame: writtenFrame(frame),
      /** The same in words: scaled, turned as EXIF counts, rotated clockwise about the middle of the image, moved. */
      setting: plan.setting,
      crops: { format: plan.format, padding: plan.padding, names: plan.pattern, slanted: plan.slanted },
    },
    pairing: {
      by: pairing.choice.by,
      shifts: pairing.choice.shifts.map(({ row, by }) => ({ from: row + 1, by })),
      regions: pairing.textOfRow.length,
      texts: texts.length,
      wholeText: pairing.whole ? textAt(texts, pairing.loose[0] ?? -1) : null,
      looseTexts: pairing.whole ? [] : pairing.loose.map((at) => textAt(texts, at)),
    },
    regions: [],
  };
  let rows = 0;
  return {
    // Laid out as `JSON.stringify(whole, null, 2)` would: the list stands open at its end.
    head: () => JSON.stringify(manifest, null, 2).replace(/\]\n\}$/, ''),
    row: (row, outcome = PLANNED) => {
      rows += 1;
      const region = JSON.stringify(regionOf(row, outcome), null, 2).replaceAll('\n', '\n    ');
      return `${rows === 1 ? '' : ','}\n    ${region}`;
    },
    end: () => `${rows === 0 ? '' : '\n  '}]\n}\n`,
  };
}

/** manifest.csv: the columns of ui.md. Problems are joined by "; ". */
export function csvManifest(): Manifest {
  return {
    head: () => csvLine(MANIFEST_COLUMNS),
    row: (row, outcome = PLANNED) => {
      const region = regionOf(row, outcome);
      return csvLine(
        MANIFEST_COLUMNS.map((column) => (column === 'problems' ? region.problems.join('; ') || null : region[column])),
      );
    },
    end: () => '',
  };
}

function regionOf(row: CropRow, outcome: CropOutcome): ManifestRegion {
  const { received } = row;
  const cut = outcome.failed === null ? row.cut : null;
  const size = cut && cropSize(row);
  const reasons = [row.reason, outcome.failed].filter((reason) => reason !== null);
  return {
    index: row.number,
    file: outcome.failed === null ? row.file : null,
    x1: finite(received.x1),
    y1: finite(received.y1),
    x2: finite(received.x2),
    y2: finite(received.y2),
    cut_x1: cut?.x1 ?? null,
    cut_y1: cut?.y1 ?? null,
    cut_x2: cut?.x2 ?? null,
    cut_y2: cut?.y2 ?? null,
    width: size?.width ?? null,
    height: size?.height ?? null,
    text: row.text,
    problems: [...reasons, ...row.problems, ...outcome.notes],
    sha256: outcome.failed === null ? outcome.sha256 : null,
    ...(cut && row.straight && { corners: row.straight.corners.map(({ x, y }) => [x, y] as const) }),
  };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
