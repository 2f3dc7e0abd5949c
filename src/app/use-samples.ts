import { useMemo } from 'react';
import { type Sample, samplePath, SAMPLES } from '../core/samples/catalog.ts';
import { TASK_KINDS } from '../core/ocr/contract.ts';
import { useForgetTasks } from '../queries/use-forget-tasks.ts';
import { currentInspection, useInspections } from '../state/inspections.ts';
import { useNotices } from '../state/notices.ts';
import { useView } from '../state/view-store.ts';
import { stopReading } from './reading.ts';
import { type HostServices, useHost } from './host-services.tsx';
import { PARTS } from './parts.ts';

export interface Samples {
  readonly offered: readonly Sample[];
  readonly open: (name: string) => void;
  readonly leave: () => void;
}

/** A sample is an inspection of its own, beside the person's, which waits untouched until the sample is left. */
export function useSamples(): Samples {
  const host = useHost();
  const forget = useForgetTasks();
  return useMemo(() => samplesOf(host, forget), [host, forget]);
}

function samplesOf(
  { config, loadFile, report, restartSampleService }: HostServices,
  forget: ReturnType<typeof useForgetTasks>,
): Samples {
  /** A sample that is opened again is played again. */
  const forgetSample = () => {
    const { sample, connection, tasks } = currentInspection(useInspections.getState());
    if (sample === null) return;
    forget(TASK_KINDS.map((kind) => ({ connection, endpoint: tasks[kind].endpoint, id: tasks[kind].asked ?? '' })));
    restartSampleService();
  };

  return {
    offered: config.connections.includes('sample') ? SAMPLES : [],
    open: (name) => {
      const sample = SAMPLES.find((one) => one.name === name);
      if (!sample) return;
      forgetSample();
      startAfresh();
      const { detection, recognition } = sample;
      useInspections.getState().openSample({ name, ids: { detection, recognition } });
      void loadInto(sample);
    },
    leave: () => {
      forgetSample();
      startAfresh();
      useInspections.getState().leaveSample();
    },
  };

  async function loadInto({ name, file }: Sample) {
    const isOpen = () => useInspections.getState().current === `sample-${name}`;
    useNotices.getState().setOpeningImage(true);
    try {
      const [{ openPicture }, blob] = await Promise.all([PARTS.intake.load('quietly'), loadFile(samplePath(file))]);
      if (isOpen()) await openPicture(blob, file, report);
    } catch (error) {
      if (!isOpen()) return;
      useNotices.getState().setOpeningImage(false);
      const what = error instanceof Error ? error.message : 'the picture of the sample could not be loaded';
      useNotices.getState().tell('image', { where: 'Sample', what, todo: 'Open the sample again.', severity: 'error' });
    }
  }
}

/** Messages and selection belong to what was open before. */
function startAfresh(): void {
  stopReading();
  // Not loaded, it opens nothing.
  PARTS.intake.state().module?.stopOpening();
  useNotices.getState().setOpeningImage(false);
  useNotices.getState().clear('image', 'detection', 'recognition', 'paste', 'order', 'export');
  useNotices.getState().say(null);
  useView.getState().reset();
}
