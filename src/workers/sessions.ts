/**
 * Workers that keep what they were given: opened with a start, asked many times, closed by whoever opened them.
 * A session is a row here, a file in `sessions/` and a line in `session-worker.ts`. All of it survives a structured clone.
 */
export interface Sessions {
  /** Says what it is asked, joined to what it was started with; for the tests of the door itself. */
  echo: { readonly start: string; readonly question: string; readonly part: string; readonly answer: string };
}

export type SessionName = keyof Sessions;

/** What a session does in its worker. */
export interface SessionHost<S extends SessionName> {
  /**
   * `tell` hands out a part of the answer before the rest is done. The signal aborts when the page gave up: a long loop
   * has to await something now and then to see it.
   */
  ask(
    question: Sessions[S]['question'],
    with_: {
      readonly signal: AbortSignal;
      readonly tell: (part: Sessions[S]['part'], transfer?: Transferable[]) => void;
    },
  ): Promise<{ readonly answer: Sessions[S]['answer']; readonly transfer: Transferable[] }>;
}

export type OpenSession<S extends SessionName> = (start: Sessions[S]['start']) => Promise<SessionHost<S>>;

/** What the page sends to a session's worker. `ask` numbers the questions; several may be under way. */
export type SessionRequest<S extends SessionName = SessionName> =
  | { readonly kind: 'open'; readonly session: S; readonly start: Sessions[S]['start'] }
  | { readonly kind: 'ask'; readonly ask: number; readonly question: Sessions[S]['question'] }
  | { readonly kind: 'abort'; readonly ask: number };

export type SessionReply<S extends SessionName = SessionName> =
  | { readonly kind: 'part'; readonly ask: number; readonly part: Sessions[S]['part'] }
  | { readonly kind: 'answer'; readonly ask: number; readonly answer: Sessions[S]['answer'] }
  | { readonly kind: 'failed'; readonly ask: number; readonly name: string; readonly message: string };
