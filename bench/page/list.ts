import '../../src/ui/theme.css';
import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { Inspection } from '../../src/core/inspection/inspection.ts';
import { RegionList } from '../../src/ui/regions/region-list.tsx';
import { frames } from './frames.ts';
import { hold } from './drawing.ts';
import { inspectionOf } from './our-canvas.ts';
import type { Measured, Task } from './task.ts';

const nothing = () => {};
/** CSS pixels a frame: a quick turn of the wheel. */
const SCROLL = 240;

/** The listbox of the page. */
export async function listOurs(task: Task): Promise<Measured> {
  const inspection = inspectionOf(task.size);
  const matches = Uint32Array.from({ length: task.size }, (_, item) => item);
  return measured(task, inspection, (holder) => {
    const list = createElement(RegionList, {
      inspection,
      matches,
      onShow: nothing,
      onZoom: nothing,
      onShowAll: nothing,
    });
    flushSync(() => createRoot(holder).render(list));
  });
}

/** A row of text for every region, without a framework. */
export async function listPlain(task: Task): Promise<Measured> {
  return measured(task, inspectionOf(task.size), (holder) => {
    const list = document.createElement('div');
    list.setAttribute('role', 'listbox');
    Object.assign(list.style, { height: '100%', overflow: 'auto' });
    for (let row = 0; row < task.size; row += 1) {
      const option = document.createElement('div');
      option.setAttribute('role', 'option');
      option.style.height = '44px';
      option.textContent = `Region ${row + 1} no text`;
      list.append(option);
    }
    holder.append(list);
  });
}

async function measured(
  { frames: count, heapMb }: Task,
  { itemCount }: Inspection,
  fill: (holder: HTMLElement) => void,
): Promise<Measured> {
  const holder = hold();
  Object.assign(holder.style, { width: '340px', display: 'flex', flexDirection: 'column' });
  const before = await heapMb();
  const started = performance.now();
  fill(holder);
  const list = holder.querySelector('[role=listbox]');
  // Asking for its height makes the browser lay it out.
  const rows =
    list && list.scrollHeight > Math.min(itemCount, 1000) * 20 ? list.querySelectorAll('[role=option]').length : 0;
  const mount = performance.now() - started;
  if (!list || rows < 5) throw new Error('The list shows no rows.');
  const scroll = await frames(
    count,
    () => {
      list.scrollTop += SCROLL;
    },
    () => [],
  );
  return {
    mount,
    scroll: scroll.mean,
    'scroll, worst': scroll.worst,
    'scroll, gap': scroll.gap,
    nodes: document.querySelectorAll('*').length,
    'heap MB': (await heapMb()) - before,
  };
}
