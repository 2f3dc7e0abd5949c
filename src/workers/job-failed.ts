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

/**
 * Code of the page that a worker brings when it needs it. The browser's own words for a failure are an address.
 * @throws Error in words, for the person
 */
export async function broughtIn<T>(bring: () => Promise<T>): Promise<T> {
  try {
    return await bring();
  } catch (cause) {
    throw new Error(
      'A part of the page could not be loaded from its server. Look whether the server still runs, then try again.',
      { cause },
    );
  }
}

export function reasonOf(signal: AbortSignal | undefined): Error {
  const reason: unknown = signal?.reason;
  return reason instanceof Error ? reason : new DOMException('Stopped.', 'AbortError');
}
