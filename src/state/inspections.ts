import { create } from 'zustand';
import type { RequestRegions } from '../core/intake/request-regions.ts';
import type { ConnectionId } from '../core/ocr/connection.ts';
import { endpointOfKind, type EndpointName, type TaskKind } from '../core/ocr/contract.ts';
import type { ReceivedAnswer } from '../core/ocr/task.ts';
import { AS_RECEIVED, type FrameSetting, isSameSetting } from '../core/geometry/frame-setting.ts';
import { PAIR_BY_POSITION, type PairingChoice } from '../core/inspection/pairing.ts';
import type { TextOfPage } from '../core/pdf/text-as-regions.ts';
import type { ImageSource } from '../image/image-source.ts';

/** One of the two tasks of an inspection, as the person filled it in. */
export interface TaskSlot {
  /** What stands in the field. */
  readonly typed: string;
  /** The endpoint chosen beside the field: who is asked when Inspect is pressed next. */
  readonly chosen: EndpointName;
  /** The id that is being asked for since Inspect was pressed, or null. */
  readonly asked: string | null;
  /** Who is asked for `asked`. */
  readonly endpoint: EndpointName;
  /** An answer that the person pasted; it is shown instead of the cloud's. */
  readonly given: ReceivedAnswer | null;
  /** What was shown before another id was asked for: it stays on the page until that id has an answer. */
  readonly before: ReceivedAnswer | null;
}

/** A source image with its tasks, and the person's choices about them. Server facts live in the query cache. */
export interface OpenInspection {
  readonly key: string;
  /** Name of the built-in sample, or null for the person's own. */
  readonly sample: string | null;
  readonly connection: ConnectionId;
  readonly tasks: Readonly<Record<TaskKind, TaskSlot>>;
  readonly request: RequestRegions | null;
  /** The text of a PDF's page, which stands in place of the answers and of the request until it is taken back or another answer comes. */
  readonly pageText: TextOfPage | null;
  readonly image: ImageSource | null;
  /** What `image` takes the place of, if it turns out to be whole: it is shown before that is known. */
  readonly waiting: WaitingImage | null;
  /** Show and cut the pixels as stored, without the turn that EXIF asks for. */
  readonly rawPixels: boolean;
  readonly pairing: PairingChoice;
  /** How the answer's pixels become those of the image. Goes with the image: another one starts as received. */
  readonly frame: FrameChoice;
}

/** A setting belongs to the pixels that it was made for: the two ways of turning them are of different size. */
export interface FrameStep {
  readonly setting: FrameSetting;
  readonly rawPixels: boolean;
}

export interface FrameChoice {
  readonly setting: FrameSetting;
  /** What Undo goes back to, the last one last. */
  readonly before: readonly FrameStep[];
  /** A drag or a number being typed: where it started, so that all of it is one step. null at rest. */
  readonly from: FrameSetting | null;
}

/** An image that comes back when the one that is tried is refused. */
export interface WaitingImage {
  readonly image: ImageSource | null;
  readonly rawPixels: boolean;
  readonly frame: FrameChoice;
}

interface InspectionsState {
  /** The person's own inspection first; a sample, while one is open, after it. */
  readonly list: readonly OpenInspection[];
  readonly current: string;
}

interface InspectionsActions {
  readonly change: (patch: Partial<Omit<OpenInspection, 'key'>>) => void;
  readonly changeTask: (kind: TaskKind, patch: Partial<TaskSlot>) => void;
  /** Takes the image over: the one before it is disposed of. */
  readonly setImage: (image: ImageSource | null) => void;
  /** Shows an image that may yet be refused: the one before it waits, until this one is kept or given back. */
  readonly tryImage: (image: ImageSource) => void;
  /** The image that was tried stays. */
  readonly keepImage: (image: ImageSource) => void;
  /** Disposes of the image that was tried, and shows what was there before. False: it is not shown any more. */
  readonly giveBackImage: (image: ImageSource) => boolean;
  /** Live: a gesture is under way, whose end is set without it. */
  readonly setFrame: (setting: FrameSetting, how?: 'live') => void;
  /** Shows the other of the two ways of turning the pixels. The frame starts anew: it was made for pixels of another size. */
  readonly setRawPixels: (raw: boolean) => void;
  readonly undoFrame: () => void;
  readonly openSample: (sample: SampleToOpen) => string;
  readonly leaveSample: () => void;
}

export interface SampleToOpen {
  readonly name: string;
  readonly ids: Readonly<Record<TaskKind, string | null>>;
}

const OWN = 'own';
const FIRST_FRAME: FrameChoice = { setting: AS_RECEIVED, before: [], from: null };
/** Steps back that are kept. */
const MOST_STEPS = 100;

const NEW_INSPECTION: OpenInspection = {
  key: OWN,
  sample: null,
  connection: 'sample',
  tasks: { detection: askedSlot('detection', null), recognition: askedSlot('recognition', null) },
  request: null,
  pageText: null,
  image: null,
  waiting: null,
  rawPixels: false,
  pairing: PAIR_BY_POSITION,
  frame: FIRST_FRAME,
};

function withStep({ before }: FrameChoice, step: FrameStep): readonly FrameStep[] {
  return [...before, step].slice(-MOST_STEPS);
}

/** A slot whose id is asked for at once, at the usual endpoint. */
function askedSlot(kind: TaskKind, id: string | null): TaskSlot {
  const { name } = endpointOfKind(kind);
  return { typed: id ?? '', chosen: name, asked: id, endpoint: name, given: null, before: null };
}

export const useInspections = create<InspectionsState & InspectionsActions>()((set, get) => {
  const replace = (key: string, next: (before: OpenInspection) => OpenInspection) =>
    set(({ list }) => ({ list: list.map((one) => (one.key === key ? next(one) : one)) }));
  const change: InspectionsActions['change'] = (patch) => replace(get().current, (one) => ({ ...one, ...patch }));

  return {
    list: [NEW_INSPECTION],
    current: OWN,
    change,
    changeTask: (kind, patch) =>
      replace(get().current, (one) => ({ ...one, tasks: { ...one.tasks, [kind]: { ...one.tasks[kind], ...patch } } })),
    setImage: (image) => {
      const { image: before, waiting } = currentInspection(get());
      if (before !== image) before?.dispose();
      waiting?.image?.dispose();
      change({ image, waiting: null, rawPixels: false, frame: FIRST_FRAME });
    },
    tryImage: (image) => {
      const { image: before, waiting, rawPixels, frame } = currentInspection(get());
      if (waiting) before?.dispose(); // One that was tried and not kept.
      change({
        image,
        waiting: waiting ?? { image: before, rawPixels, frame },
        rawPixels: false,
        frame: FIRST_FRAME,
      });
    },
    keepImage: (image) => {
      const tried = get().list.find((one) => one.image === image);
      if (!tried) return;
      tried.waiting?.image?.dispose();
      replace(tried.key, (one) => ({ ...one, waiting: null }));
    },
    giveBackImage: (image) => {
      const tried = get().list.find((one) => one.image === image);
      if (!tried?.waiting) return false;
      const { waiting } = tried;
      replace(tried.key, (one) => ({ ...one, ...waiting, waiting: null }));
      image.dispose();
      return true;
    },
    setFrame: (setting, how) => {
      const { frame, rawPixels } = currentInspection(get());
      const from = frame.from ?? frame.setting;
      if (how === 'live') {
        change({ frame: { ...frame, setting, from } });
        return;
      }
      const before = isSameSetting(from, setting) ? frame.before : withStep(frame, { setting: from, rawPixels });
      change({ frame: { setting, before, from: null } });
    },
    setRawPixels: (raw) => {
      const { frame, rawPixels } = currentInspection(get());
      if (raw === rawPixels) return;
      const before = withStep(frame, { setting: frame.from ?? frame.setting, rawPixels });
      change({ rawPixels: raw, frame: { setting: AS_RECEIVED, before, from: null } });
    },
    undoFrame: () => {
      const { frame } = currentInspection(get());
      const step = frame.before.at(-1);
      if (!step) return;
      const { setting, rawPixels } = step;
      change({ rawPixels, frame: { setting, before: frame.before.slice(0, -1), from: null } });
    },
    openSample: ({ name, ids }) => {
      get().leaveSample();
      const key = `sample-${name}`;
      const sample: OpenInspection = {
        ...NEW_INSPECTION,
        key,
        sample: name,
        tasks: {
          detection: askedSlot('detection', ids.detection),
          recognition: askedSlot('recognition', ids.recognition),
        },
      };
      set(({ list }) => ({ list: [...list, sample], current: key }));
      return key;
    },
    leaveSample: () => {
      const open = get().list.filter((one) => one.sample !== null);
      if (open.length === 0) return;
      for (const one of open) {
        one.image?.dispose();
        one.waiting?.image?.dispose();
      }
      set(({ list }) => ({ list: list.filter((one) => one.sample === null), current: OWN }));
    },
  };
});

/** The inspection that the page shows. */
export function currentInspection({ list, current }: InspectionsState): OpenInspection {
  const found = list.find((one) => one.key === current) ?? list[0];
  if (!found) throw new Error('There is always at least one inspection.');
  return found;
}
