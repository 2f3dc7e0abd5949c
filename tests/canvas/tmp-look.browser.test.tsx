import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import '../../src/ui/theme.css';
import { RegionCanvas } from '../../src/canvas/region-canvas.tsx';
import { extendTo, selectOnly, toggleItem } from '../../src/core/inspection/selection.ts';
import { useView } from '../../src/state/view-store.ts';
import { viewImage } from '../../src/image/image-view.ts';
import { anInspection, type Box } from '../core/geometry/an-inspection.ts';

test('look', async () => {
  await page.viewport(1100, 800);
  const W = 1000,
    H = 1300;
  const canvas = new OffscreenCanvas(W, H);
  const c = canvas.getContext('2d')!;
  c.fillStyle = '#fbf8ee';
  c.fillRect(0, 0, W, H);
  c.fillStyle = '#222';
  c.font = '20px serif';
  const boxes: Box[] = [];
  const texts: string[] = [];
  let y = 80;
  for (let l = 0; l < 40; l++) {
    let x = 80;
    y += 28;
    if (l % 9 === 8) {
      y += 14;
    }
    while (x < 880) {
      const w = ['Call', 'me', 'Ishmael', 'some', 'years', 'ago', 'never', 'mind', 'how', 'long', 'precisely', '—'][
        Math.floor(Math.abs(Math.sin(x * y)) * 12)
      ]!;
      c.fillText(w, x, y);
      const m = c.measureText(w).width;
      boxes.push([x - 2, y - 18, x + m + 2, y + 5]);
      texts.push(w);
      x += m + 10;
    }
  }
  boxes.push([700, 1200, 1100, 1350]);
  texts.push('outside the sheet');
  boxes.push([300, 30, 100, 60]);
  texts.push('שלום עולם');
  boxes.push([500, 20, 700, 80]);
  texts.push('A longer text that\nneeds to be wrapped into lines');
  c.fillStyle = '#111';
  c.fillRect(80, y + 20, 500, 150);
  boxes.push([100, y + 40, 300, y + 120]);
  texts.push('on dark');
  const bitmap = await createImageBitmap(canvas);
  const stored = { width: W, height: H };
  const image = viewImage(
    {
      name: 'x',
      type: 'png',
      file: new Blob(),
      stored,
      orientation: 1,
      lossless: true,
      notes: [],
      sha256: async () => null,
      picture: () => [{ bitmap, at: { x: 0, y: 0, ...stored } }],
      read: async () => {
        throw new Error();
      },
      colourChunks: new Uint8Array(),
      dispose() {},
    },
    'upright',
  );
  const ins = anInspection(boxes, { texts, imageSize: stored });
  for (const theme of ['light', 'dark'] as const) {
    document.documentElement.dataset['theme'] = theme;
    const s = await render(
      <div style={{ width: 1090, height: 790 }}>
        <RegionCanvas inspection={ins} image={image} matches={null} theme={theme} />
      </div>,
    );
    await expect.element(page.getByRole('group')).toBeVisible();
    const wait = async () => {
      await new Promise((r) => setTimeout(r, 150));
    };
    const v = useView.getState();
    v.fit();
    v.select(selectOnly(3));
    await wait();
    await page.screenshot({ path: `./../../node_modules/.tmp-look/${theme}-fit.png` });
    v.actualSize();
    v.centreOn(450, 300);
    v.select(toggleItem(toggleItem(selectOnly(30), 31), 45));
    v.setHover(52);
    await wait();
    await page.screenshot({ path: `./../../node_modules/.tmp-look/${theme}-actual.png` });
    v.zoomBy(2.2);
    v.centreOn(500, 150);
    await wait();
    await page.screenshot({ path: `./../../node_modules/.tmp-look/${theme}-zoom.png` });
    v.toggle('text');
    await wait();
    await page.screenshot({ path: `./../../node_modules/.tmp-look/${theme}-text.png` });
    v.toggle('text');
    v.toggle('order');
    v.centreOn(700, 1200);
    await wait();
    await page.screenshot({ path: `./../../node_modules/.tmp-look/${theme}-order.png` });
    v.toggle('order');
    await s.rerender(
      <div style={{ width: 1090, height: 790 }}>
        <RegionCanvas
          inspection={ins}
          image={theme === 'dark' ? null : image}
          matches={Uint32Array.from([5, 9, 220, 233, 240, 362, 477])}
          theme={theme}
        />
      </div>,
    );
    v.select(selectOnly(20));
    v.fit();
    v.zoomBy(1.7);
    await wait();
    await page.screenshot({ path: `./../../node_modules/.tmp-look/${theme}-match.png` });
    await s.unmount();
  }
});
