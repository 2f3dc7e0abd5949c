import type { OcrClient } from '../client/ocr-client.ts';
import type { ReadLarge } from '../client/outcome.ts';
import type { TokenHolder } from '../client/token.ts';
import type { Decoded } from '../core/decode/decoded.ts';
import type { ConnectionId } from '../core/ocr/connection.ts';
import type { TaskKind } from '../core/ocr/contract.ts';
import type { ReceivedAnswer } from '../core/ocr/task.ts';
import type { ResultStore } from '../storage/result-store.ts';
import type { PageEnvironment } from './page-environment.ts';

/** A way to the service, as the composition root built it. */
export interface ConnectedClient {
  readonly client: OcrClient;
  /** The token that its requests carry: the person's, or the sample's own. */
  readonly token: TokenHolder;
  /** The person has to give the token. */
  readonly needsToken: boolean;
  /** Nothing is asked while the browser is offline. The sample needs no network. */
  readonly needsNetwork: boolean;
}

/** Everything that queries take from outside. Made once, by the composition root. */
export interface Services {
  readonly clientFor: (connection: ConnectionId) => ConnectedClient;
  /** The person's token, shared by every connection that needs one. */
  readonly token: TokenHolder;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** From [0, 1). */
  readonly random: () => number;
  readonly environment: PageEnvironment;
  readonly store: ResultStore;
  /** Reads a large stored body, off the main thread where that pays. Without it all are read here and now. */
  readonly readLarge?: ReadLarge;
  /** Runs the decoder off the main thread where that pays. Rejects only when `signal` aborts, or when the worker breaks. */
  readonly decode: (answer: ReceivedAnswer, kind: TaskKind, signal: AbortSignal) => Promise<Decoded>;
}
