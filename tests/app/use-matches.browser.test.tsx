import { create } from 'zustand';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../src/ui/theme.css';
import { type Matches, useMatches } from '../../src/app/use-matches.ts';
import type { Inspection } from '../../src/core/inspection/inspection.ts';
import { shiftedBy } from '../../src/core/inspection/pair.ts';
import { PAIR_BY_POSITION } from '../../src/core/inspection/pairing.ts';
import { searchItems } from '../../src/core/inspection/search.ts';
import { RegionPanel } from '../../src/ui/regions/region-panel.tsx';
import { useView } from '../../src/state/view-store.ts';
import { sessionsOpen } from '../../src/workers/session.ts';
import { aMillionRegions, MILLION } from '../ui/support/a-million.ts';
import { inspectionOf, manyRegions } from '../ui/support/inspections.ts';
import { shownStrictly } from '../ui/support/shown-strictly.tsx';

const searchBox = page.getByRole('searchbox', { name: 'Search text' });
const status = page.getByRole('status', { name: 'Matches' });

beforeEach(() => useView.getState().reset());
afterEach(() => vi.unstubAllGlobals());

describe('a search through a million texts', () => {
  it('shows results while it goes on, says the count once, and leaves what a search on the page would', async () => {
    const { seen } = await shown(aMillionRegions());
    const said = announcements();
    await userEvent.fill(searchBox, 'LÍNE 77');
    await expect.element(status).toHaveTextContent(/^11111 of 1000000 regions$/);
    expect(seen.at(-1)?.matches).toEqual(searchItems(aMillionRegions(), 'line 77'));
    const counts = seen.filter(({ running }) => running !== null).map(({ matches }) => matches.length);
    expect(counts.some((count) => count > 0 && count < 11_111)).toBe(true);
    expect(said()).toEqual(['11111 of 1000000 regions']);
    await expect.element(page.getByRole('progressbar', { name: 'Searching' })).not.toBeInTheDocument();
  });

  it('keeps its one worker from question to question and lets go of it with the page', async () => {
    const { leave } = await shown(aMillionRegions());
    expect(sessionsOpen()).toBe(0);
    for (const [query, count] of [
      ['line 5', 111_111],
      ['line 55', 11_111],
      ['no such', 0],
      ['#7', 1],
      ['7 7', 0],
      ['99999', 19],
    ] as const) {
      await userEvent.fill(searchBox, query);
      await expect.element(status).toHaveTextContent(`${count} of 1000000 regions`);
      expect(sessionsOpen()).toBe(1);
    }
    await leave();
    expect(sessionsOpen()).toBe(0);
  });

  it('leaves the last of several quick searches', async () => {
    const { seen } = await shown(aMillionRegions());
    for (const query of ['l', 'li', 'line 1', 'line 12', 'line 123456']) useView.getState().setSearch(query);
    await expect.element(status).toHaveTextContent('1 of 1000000 regions');
    await expect.poll(() => seen.at(-1)?.running).toBeNull();
    expect([...(seen.at(-1)?.matches ?? [])]).toEqual([123_455]);
    await userEvent.fill(searchBox, '');
    await expect.element(status).toHaveTextContent('1000000 of 1000000 regions');
    expect(seen.at(-1)?.matches).toHaveLength(MILLION);
  });
});

it('is asked again for other texts, and not for another pairing', async () => {
  const texts = Array.from({ length: 30_000 }, (_, at) => `line ${at + 1}`);
  const rectangles = texts.map((_, at) => [0, at, 9, at + 1] as const);
  const inspection = inspectionOf({ rectangles, texts });
  const { seen, show } = await shown(inspection);
  await userEvent.fill(searchBox, 'line 29999');
  await expect.poll(() => [...(seen.at(-1)?.matches ?? [])]).toEqual([29_998]);
  const opened = workersOpened();
  await show(inspectionOf({ rectangles, texts, pairing: shiftedBy(PAIR_BY_POSITION, 0, 1) }));
  await expect.poll(() => [...(seen.at(-1)?.matches ?? [])]).toEqual([29_999]);
  expect(opened()).toBe(0);
  await show(inspectionOf({ rectangles, texts: [...texts] }));
  await expect.poll(() => [...(seen.at(-1)?.matches ?? [])]).toEqual([29_998]);
  expect(opened()).toBe(1);
  expect(sessionsOpen()).toBe(1);
});

it('searches few texts at once and without a worker', async () => {
  const { seen } = await shown(manyRegions(5_000));
  await userEvent.fill(searchBox, 'line 4999');
  await expect.element(status).toHaveTextContent('1 of 5000 regions');
  expect(seen.every(({ running }) => running === null)).toBe(true);
  expect(sessionsOpen()).toBe(0);
});

it('goes on without a worker where there is none to be had', async () => {
  vi.stubGlobal(
    'Worker',
    class extends EventTarget {
      constructor() {
        super();
        setTimeout(() => this.dispatchEvent(new ErrorEvent('error', { message: 'none', cancelable: true })));
      }
      postMessage() {}
      terminate() {}
    },
  );
  await shown(manyRegions(30_000));
  await userEvent.fill(searchBox, 'line 29999');
  await expect.element(status).toHaveTextContent(/^1 of 30000 regions$/);
  expect(sessionsOpen()).toBe(0);
});

const useShown = create<{ readonly inspection: Inspection | null }>(() => ({ inspection: null }));

async function shown(first: Inspection) {
  const seen: Matches[] = [];
  const nothing = vi.fn<() => void>();
  function Searched({ inspection }: { readonly inspection: Inspection }) {
    const found = useMatches(
      inspection,
      useView((view) => view.search),
    );
    seen.push(found);
    return (
      <div style={{ width: 320, height: 400, display: 'grid' }}>
        <RegionPanel
          inspection={inspection}
          {...found}
          onShow={nothing}
          onZoom={nothing}
          actions={{ onCopyAllTexts: nothing, onCopyAllRectangles: nothing }}
        />
      </div>
    );
  }
  function Page() {
    const { inspection } = useShown();
    return inspection && <Searched inspection={inspection} />;
  }
  useShown.setState({ inspection: first });
  await shownStrictly(<Page />);
  const show = async (inspection: Inspection) => {
    useShown.setState({ inspection });
    await Promise.resolve();
  };
  const leave = async () => {
    useShown.setState({ inspection: null });
    await expect.element(searchBox).not.toBeInTheDocument();
  };
  return { seen, show, leave };
}

/** What a screen reader is told of the status from now on. */
function announcements(): () => readonly (string | null)[] {
  const said: (string | null)[] = [];
  const element = status.element();
  const observer = new MutationObserver(() => {
    if (element.getAttribute('aria-live') !== 'off') said.push(element.textContent);
  });
  observer.observe(element, { childList: true, characterData: true, subtree: true });
  return () => {
    observer.disconnect();
    return said;
  };
}

/** How many workers were made since. */
function workersOpened(): () => number {
  let opened = 0;
  vi.stubGlobal(
    'Worker',
    class extends Worker {
      constructor(...what: ConstructorParameters<typeof Worker>) {
        super(...what);
        opened += 1;
      }
    },
  );
  return () => opened;
}
