import type { ConnectionId } from '../core/ocr/connection.ts';
import type { EndpointName, TaskKind } from '../core/ocr/contract.ts';

/** A task to poll: which service, which of its endpoints, which id as the person gave it. */
export interface TaskRef {
  readonly connection: ConnectionId;
  readonly endpoint: EndpointName;
  readonly id: string;
}

/** Keys reach error texts and the console of developers: no token is ever in one. */
export const keys = {
  tasks: ['task'] as const,
  task: ({ connection, endpoint, id }: TaskRef) => ['task', connection, endpoint, id] as const,
  decoded: (kind: TaskKind, answer: number) => ['decoded', kind, answer] as const,
};

export type TaskKey = ReturnType<typeof keys.task>;

/** Of a key that the cache hands back without its type. Every key that begins so was made by `keys.task`. */
export function isTaskKey(key: readonly unknown[]): key is TaskKey {
  return key[0] === 'task' && key.length === 4;
}
