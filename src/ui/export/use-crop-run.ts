import { useEffect, useRef, useState } from 'react';
import { failureWords } from '../kit/use-feedback.ts';
import type { CropOptions, CropRun } from './crop-options.ts';

export type CropPhase =
  | { readonly name: 'choosing' }
  | { readonly name: 'running'; readonly done: number; readonly total: number }
  | { readonly name: 'done' }
  | { readonly name: 'cancelled' }
  | { readonly name: 'failed'; readonly words: string };

export interface CropRunner<Options> {
  readonly phase: CropPhase;
  readonly start: (options: Options, total: number) => void;
  readonly cancel: () => void;
  /** The options were changed: what the last run came to is no longer said. */
  readonly forget: () => void;
}

/** One run of the export. Leaving the dialog cancels it. */
export function useCropRun<Options = CropOptions>(
  onExport: (options: Options, running: CropRun) => Promise<void>,
): CropRunner<Options> {
  const [phase, setPhase] = useState<CropPhase>({ name: 'choosing' });
  const running = useRef<AbortController>(null);

  useEffect(() => () => running.current?.abort(), []);

  const start = (options: Options, total: number) => {
    running.current?.abort();
    const work = new AbortController();
    running.current = work;
    const isCurrent = () => running.current === work && !work.signal.aborted;
    setPhase({ name: 'running', done: 0, total });
    const onProgress = perFrame((done: number, all: number) => {
      if (isCurrent()) setPhase({ name: 'running', done, total: all });
    }, work.signal);
    const attempt = async () => {
      try {
        await onExport(options, { signal: work.signal, onProgress });
        if (isCurrent()) setPhase({ name: 'done' });
      } catch (cause) {
        if (isCurrent()) setPhase({ name: 'failed', words: failureWords(cause) });
      } finally {
        // Progress that waits for its frame has nothing to say any more.
        work.abort();
      }
    };
    void attempt();
  };

  return {
    phase,
    start,
    cancel: () => {
      running.current?.abort();
      setPhase({ name: 'cancelled' });
    },
    forget: () => setPhase((now) => (now.name === 'running' || now.name === 'choosing' ? now : { name: 'choosing' })),
  };
}

/** Thousands of crops a second are finished; the page needs to hear of it once a frame. */
function perFrame(tell: (done: number, total: number) => void, signal: AbortSignal) {
  let latest: readonly [number, number] | null = null;
  return (done: number, total: number) => {
    const waiting = latest !== null;
    latest = [done, total];
    if (waiting) return;
    requestAnimationFrame(() => {
      const said = latest;
      latest = null;
      if (said && !signal.aborted) tell(...said);
    });
  };
}
