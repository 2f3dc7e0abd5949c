/** A job failed in its worker. The message is the job's own, in words. */
export class JobFailed extends Error {
  /** Name of the error that the job threw: `RangeError`, `InvalidStateError` ... `WorkerLost` when the worker died. */
  readonly kind: string;
  constructor(kind: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'JobFailed';
    this.kind = kind;
  }
}

/** In words, for the person: a worker is gone and its job with it. */
export function workerLost(message?: string): string {
  const why = message ? ` (${message})` : '';
  return `A background worker of the page stopped${why}. Try again; if it happens again, reload the page.`;
}

export function reasonOf(signal: AbortSignal | undefined): Error {
  const reason: unknown = signal?.reason;
  return reason instanceof Error ? reason : new DOMException('Stopped.', 'AbortError');
}
