import type { ConnectionId } from '../core/ocr/connection.ts';
import { endpointAfter, type TaskKind } from '../core/ocr/contract.ts';
import { useInspections } from '../state/inspections.ts';
import { stopReading } from './reading.ts';
import { askAt } from './task-deeds.ts';
import type { PageData } from './use-inspection.ts';

/** The one thing beyond Check now, Stop and Keep waiting that the page can do about the state of a task. */
export function remedyFor(
  kind: TaskKind,
  { open, tasks }: PageData,
  offered: readonly ConnectionId[],
): { readonly label: string; readonly run: () => void } | null {
  const { change } = useInspections.getState();
  if (open.tasks[kind].given !== null) {
    return { label: 'Discard the pasted answer', run: () => discard(kind) };
  }
  switch (tasks[kind].view.suggestion) {
    case 'other-kind': {
      // One at a time, and only on the button: each request may be billed.
      const next = endpointAfter(open.tasks[kind].endpoint);
      const label = next.kind === kind ? `Ask ${next.name}` : `Ask as a ${next.kind} task`;
      return { label, run: () => askAt(next.name, kind, tasks) };
    }
    case 'other-connection':
      return offered.includes('server') && open.connection !== 'server'
        ? { label: 'Ask through this server', run: () => change({ connection: 'server' }) }
        : null;
    case 'new-token':
    case 'keep-waiting':
    case 'try-again':
    case null:
      return null;
  }
}

/** What is still being read was meant to stand beside it, or in its place. */
function discard(kind: TaskKind): void {
  stopReading();
  useInspections.getState().changeTask(kind, { given: null });
}
