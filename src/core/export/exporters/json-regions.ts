import { type Affine, applyAffine, keepsUpright } from '../../geometry/affine.ts';
import { imageRectOf, type Inspection } from '../../inspection/inspection.ts';
import { itemProblems, itemText } from '../../inspection/items.ts';
import { hasFlag, receivedRect } from '../../inspection/region-table.ts';
import type { ReceivedRect, Rect, Space } from '../../geometry/space.ts';
import type { Problem } from '../../problem.ts';
import { writtenFrame, writtenImage } from '../image-facts.ts';
import type { ExportInput, ExportWork } from './exporter.ts';
import { inOrder, orderWords } from './in-order.ts';
import { itemConfidence, itemIndex, itemKind, itemLevel, itemParent } from './item-facts.ts';
import type { Corner, Four, JsonFile, JsonRegion } from './json-file.ts';
import { counted } from './losses.ts';
import { written } from './turns.ts';

/** All that is known of the items: nothing is lost. Laid out with a region a line, so that two files can be compared by lines. */
export const jsonRegions: ExportWork = {
  outlook: ({ items, order }, signal) => {
    signal.throwIfAborted();
    const count = items.length;
    const regions = `${counted(count)} ${count === 1 ? 'entry' : 'entries'}, ${orderWords(order)}`;
    return Promise.resolve({
      count,
      holds: `${regions}, with coordinates as received and as shown, texts, levels, confidences and problems.`,
      losses: [],
    });
  },
  async *make(input, run) {
    const items = await inOrder(input.inspection, input.items, input.order, run.signal);
    // The list stands open at its end.
    yield JSON.stringify(headOf(input), null, 2).replace(/\[\]\n\}$/, '[');
    yield* written(
      items,
      run,
      (item, place) => `${place === 0 ? '' : ','}\n    ${JSON.stringify(regionOf(input.inspection, item))}`,
    );
    yield `${items.length === 0 ? '' : '\n  '}]\n}\n`;
  },
};

function headOf({ inspection, items, scope, search, order, image, setting }: ExportInput): JsonFile {
  const { frame, pairing, ownTexts } = inspection;
  return {
    version: 1,
    image: image && writtenImage(image),
    frame: writtenFrame(frame),
    setting: {
      scaleX: setting.scaleX,
      scaleY: setting.scaleY,
      orientation: setting.orientation,
      degrees: setting.degrees,
      x: setting.x,
      y: setting.y,
    },
    written: {
      scope,
      search: search === '' ? null : search,
      order: order ? 'as chosen' : 'as received',
      count: items.length,
      of: inspection.itemCount,
    },
    pairing: {
      by: ownTexts ? 'own texts' : pairing.choice.by,
      shifts: pairing.choice.shifts.map(({ row, by }) => ({ from: row + 1, by })),
    },
    problems: inspection.problems.map(problemOf),
    regions: [],
  };
}

function regionOf(inspection: Inspection, item: number): JsonRegion {
  const { regions, frame } = inspection;
  const isBox = item < regions.count && !hasFlag(regions, item, 'refused');
  const received = isBox ? receivedRect(regions, item) : null;
  return {
    index: itemIndex(inspection, item),
    kind: itemKind(inspection, item),
    level: itemLevel(inspection, item),
    parent: itemParent(inspection, item),
    received: received && fourOf(received),
    box: isBox ? fourOf(imageRectOf(inspection, item)) : null,
    corners: received && !keepsUpright(frame) ? cornersOf(frame, received) : null,
    confidence: itemConfidence(inspection, item),
    text: itemText(inspection, item),
    problems: itemProblems(inspection, item).map(problemOf),
  };
}

function fourOf({ x1, y1, x2, y2 }: Rect<Space>): Four {
  return [x1, y1, x2, y2];
}

function cornersOf(frame: Affine, { x1, y1, x2, y2 }: ReceivedRect): readonly [Corner, Corner, Corner, Corner] {
  const corner = (x: number, y: number): Corner => {
    const at = applyAffine(frame, x, y);
    return [at.x, at.y];
  };
  return [corner(x1, y1), corner(x2, y1), corner(x2, y2), corner(x1, y2)];
}

/** Its keys in one order, whoever made it. */
function problemOf({ where, what, todo, severity }: Problem): Problem {
  return { severity, where, what, ...(todo !== undefined && { todo }) };
}
