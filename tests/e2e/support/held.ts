import type { CDPSession, Page } from '@playwright/test';

/** What a page holds once garbage is collected. */
export interface Held {
  readonly canvases: number;
  /** Every Konva Stage has one such element, on the page or left over. */
  readonly stages: number;
  /** Pictures that were decoded and not closed, even if the collector would come for them one day. */
  readonly bitmaps: number;
  readonly objectUrls: number;
  readonly listeners: number;
  readonly nodes: number;
  /** Objects, and what array buffers hold. */
  readonly heapMb: number;
}

declare global {
  interface Window {
    /** Made by the page and neither closed nor revoked. */
    unclosed: { readonly bitmaps: Set<number>; readonly objectUrls: Set<string> };
  }
}

/** Call it before the page is opened. */
export async function watchUnclosed(page: Page): Promise<void> {
  await page.addInitScript(countUnclosed);
}

export async function held(page: Page): Promise<Held> {
  // What was just closed may be held by a frame, a timer or a finished query that is about to go.
  await page.waitForTimeout(1000);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  for (let turn = 0; turn < 3; turn += 1) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = (name: string) => metrics.find((one) => one.name === name)?.value ?? NaN;
  const { usedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
  const unclosed = await page.evaluate(() => ({
    bitmaps: window.unclosed.bitmaps.size,
    objectUrls: window.unclosed.objectUrls.size,
  }));
  const found = {
    ...unclosed,
    canvases: await alive(session, 'HTMLCanvasElement', 'true'),
    stages: await alive(session, 'HTMLDivElement', "one.classList.contains('konvajs-content')"),
    listeners: metric('JSEventListeners'),
    nodes: metric('Nodes'),
    heapMb: (usedSize + backingStorageSize) / 1e6,
  };
  await session.detach();
  return found;
}

/** How many objects of a kind are alive, on the page or off it. `counts` is an expression over `one`. */
async function alive(session: CDPSession, kind: string, counts: string): Promise<number> {
  const objectGroup = 'held';
  const { result: prototype } = await session.send('Runtime.evaluate', {
    expression: `${kind}.prototype`,
    objectGroup,
  });
  if (prototype.objectId === undefined) throw new Error(`The page has no ${kind}.`);
  const { objects } = await session.send('Runtime.queryObjects', {
    prototypeObjectId: prototype.objectId,
    objectGroup,
  });
  if (objects.objectId === undefined) throw new Error('The browser does not list its objects.');
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId,
    functionDeclaration: `function () { return this.filter((one) => ${counts}).length; }`,
    returnByValue: true,
  });
  await session.send('Runtime.releaseObjectGroup', { objectGroup });
  return Number(result.value);
}

/** Runs in the page, before its own code. */
function countUnclosed(): void {
  const bitmaps = new Set<number>();
  const objectUrls = new Set<string>();
  window.unclosed = { bitmaps, objectUrls };

  // By number, so that counting keeps no picture alive that the page let go.
  const numbers = new WeakMap<ImageBitmap, number>();
  let last = 0;
  const opened = (bitmap: ImageBitmap) => {
    if (numbers.has(bitmap)) return;
    last += 1;
    numbers.set(bitmap, last);
    bitmaps.add(last);
  };
  const gone = (bitmap: ImageBitmap) => bitmaps.delete(numbers.get(bitmap) ?? 0);
  /** Looks through what came or goes by message. */
  const each = (value: unknown, found: (bitmap: ImageBitmap) => void, depth = 0): void => {
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || depth > 5) return;
    if (value instanceof ImageBitmap) found(value);
    else for (const part of Object.values(value)) each(part, found, depth + 1);
  };

  // oxlint-disable-next-line typescript/unbound-method -- called on the bitmap below
  const { close } = ImageBitmap.prototype;
  ImageBitmap.prototype.close = function closeCounted() {
    gone(this);
    close.call(this);
  };
  window.createImageBitmap = new Proxy(window.createImageBitmap, {
    apply: async (create, self, given) => {
      const bitmap: unknown = await Reflect.apply(create, self, given);
      each(bitmap, opened);
      return bitmap;
    },
  });
  window.Worker = class extends Worker {
    constructor(...given: ConstructorParameters<typeof Worker>) {
      super(...given);
      this.addEventListener('message', ({ data }) => each(data, opened));
    }
    override postMessage(message: unknown, moved: Transferable[] | StructuredSerializeOptions = []): void {
      each(moved, gone);
      if (Array.isArray(moved)) super.postMessage(message, moved);
      else super.postMessage(message, moved);
    }
  };

  const make = URL.createObjectURL.bind(URL);
  const revoke = URL.revokeObjectURL.bind(URL);
  URL.createObjectURL = (blob) => {
    const address = make(blob);
    objectUrls.add(address);
    return address;
  };
  URL.revokeObjectURL = (address) => {
    objectUrls.delete(address);
    revoke(address);
  };
}
