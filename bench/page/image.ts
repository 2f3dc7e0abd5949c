import { viewImage } from '../../src/image/image-view.ts';
import { openImage } from '../../src/image/open-image.ts';
import { useView } from '../../src/state/view-store.ts';
import { frame } from './accounting.ts';
import { watchBlocks } from './blocks.ts';
import { frames } from './frames.ts';
import { mountCanvas } from './our-canvas.ts';
import { rawStage } from './raw-canvas.ts';
import { fetchScan } from './scan.ts';
import type { Measured, Task } from './task.ts';
import { STAGE } from './word-page.ts';

const SIZE = { width: 12_000, height: 16_000 };
const FIT = (STAGE.height - 48) / SIZE.height;

interface Shown {
  readonly canvases: () => Iterable<HTMLCanvasElement>;
  /** Where the scale is given, the middle of the picture stands in the middle of the stage. */
  readonly look: (scale: number) => void;
  readonly panBy: (dx: number, dy: number) => void;
}

/** The page's own way: header, decoder, canvas. */
export async function imageOurs(task: Task): Promise<Measured> {
  const file = await fetchScan();
  const canvas = mountCanvas();
  canvas.show({});
  await frame();
  const { panBy, fit, actualSize } = useView.getState();
  return measured(task, canvas.canvases, async () => {
    const source = await openImage(file, 'scan.jpg');
    canvas.show({ image: viewImage(source, 'upright') });
    await source.whole();
    return {
      canvases: canvas.canvases,
      look: (scale) => {
        fit();
        if (scale === 1) actualSize();
      },
      panBy,
    };
  });
}

/** Bare decoding off the main thread, drawn as it is. */
export async function imageBitmap(task: Task): Promise<Measured> {
  return barely(task, (file) => createImageBitmap(file));
}

/** An `<img>`, as most pages draw. */
export async function imageElement(task: Task): Promise<Measured> {
  return barely(task, async (file) => {
    const image = new Image();
    image.src = URL.createObjectURL(file);
    await new Promise((resolve, reject) => {
      image.addEventListener('load', resolve);
      image.addEventListener('error', reject);
    });
    return image;
  });
}

async function barely(task: Task, open: (file: Blob) => Promise<CanvasImageSource>): Promise<Measured> {
  const file = await fetchScan();
  const context = rawStage();
  const canvases = () => [context.canvas];
  await frame();
  return measured(task, canvases, async () => {
    const picture = await open(file);
    let [scale, x, y] = [FIT, 0, 0];
    const draw = () => {
      context.clearRect(0, 0, STAGE.width, STAGE.height);
      context.drawImage(picture, x, y, SIZE.width * scale, SIZE.height * scale);
    };
    const look = (next: number) => {
      scale = next;
      [x, y] = [(STAGE.width - SIZE.width * scale) / 2, (STAGE.height - SIZE.height * scale) / 2];
      requestAnimationFrame(draw);
    };
    look(FIT);
    return {
      canvases,
      look,
      panBy: (dx, dy) => {
        [x, y] = [x + dx, y + dy];
        requestAnimationFrame(draw);
      },
    };
  });
}

async function measured(
  { frames: long }: Task,
  canvases: Shown['canvases'],
  open: () => Promise<Shown>,
): Promise<Measured> {
  const blocks = watchBlocks();
  const started = performance.now();
  const opening = open();
  while (!isPapered(canvases())) await Promise.race([frame(), opening.then(() => frame())]);
  const first = performance.now() - started;
  const shown = await opening;
  const all = performance.now() - started;
  const longest = blocks.stop();
  const atFit = await frames(long, (at) => shown.panBy(...to(at, 4, 2)), canvases);
  shown.look(1);
  await frame();
  const reading = await frames(long, (at) => shown.panBy(...to(at, 6, 14)), canvases);
  return {
    'first picture': first,
    'all of it': all,
    'longest block': longest,
    fit: atFit.mean,
    'fit, worst': atFit.worst,
    reading: reading.mean,
    'reading, worst': reading.worst,
    'reading, gap': reading.gap,
  };
}

function to(at: number, x: number, y: number): [number, number] {
  const way = Math.floor((at + 60) / 120) % 2 === 0 ? 1 : -1;
  return [x * way, y * way];
}

/** The middle of the stage shows the scan: its paper has less blue than the sheet under it. */
function isPapered(canvases: Iterable<HTMLCanvasElement>): boolean {
  for (const canvas of canvases) {
    if (canvas.width < STAGE.width) continue;
    const row = canvas.getContext('2d')?.getImageData(STAGE.width / 2 - 100, STAGE.height / 2, 200, 1).data ?? [];
    for (let at = 0; at < row.length; at += 4) {
      const [red = 0, , blue = 0] = row.slice(at, at + 3);
      if (red > 200 && red - blue > 20) return true;
    }
  }
  return false;
}
