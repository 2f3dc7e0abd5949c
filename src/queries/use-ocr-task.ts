import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useServices } from './client-context.tsx';
import type { TaskRef } from './keys.ts';
import { type TaskControls, taskControls } from './task-controls.ts';
import { taskQueryOptions } from './task-query.ts';
import { type TaskView, taskView, UNASKED } from './task-view.ts';

export type { TaskRef } from './keys.ts';
export type { TaskView } from './task-view.ts';

export interface TaskHandle extends TaskControls {
  readonly view: TaskView;
}

/** Stands in for no task; never asked. */
const NO_TASK: TaskRef = { connection: 'sample', endpoint: 'DetectRegions', id: '' };

/** Polls a task as long as a component that uses it is mounted. null, or an empty id: nothing is asked. */
export function useOcrTask(ref: TaskRef | null): TaskHandle {
  const services = useServices();
  const queryClient = useQueryClient();
  const { connection, endpoint, id } = ref ?? NO_TASK;
  const task = useMemo(() => ({ connection, endpoint, id }), [connection, endpoint, id]);

  const { data } = useQuery({ ...taskQueryOptions(task, services, queryClient), enabled: id !== '' });

  const controls = useMemo(() => taskControls(task, services, queryClient), [task, services, queryClient]);
  const view = useMemo(() => (data && id !== '' ? taskView(data, task) : UNASKED), [data, id, task]);
  return useMemo(() => ({ view, ...controls }), [view, controls]);
}
