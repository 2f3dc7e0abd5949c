import { useQuery } from '@tanstack/react-query';
import { type Decoded, NOTHING_DECODED } from '../core/decode/decoded.ts';
import type { TaskKind } from '../core/ocr/contract.ts';
import type { ReceivedAnswer } from '../core/ocr/task.ts';
import { useServices } from './client-context.tsx';
import { keys } from './keys.ts';
import type { Services } from './services.ts';

export type DecodedView =
  | { readonly status: 'none' | 'decoding'; readonly decoded: null }
  | { readonly status: 'ready'; readonly decoded: Decoded };

const NONE: DecodedView = { status: 'none', decoded: null };
const DECODING: DecodedView = { status: 'decoding', decoded: null };

/** What the decoder makes of an answer: decoded once, however often it is shown. Pasted answers take the same way. */
export function useDecoded(answer: ReceivedAnswer | null, kind: TaskKind): DecodedView {
  const services = useServices();
  const { data } = useQuery({
    queryKey: keys.decoded(kind, answer ? answerNumber(answer) : 0),
    queryFn: ({ signal }) => (answer ? decodeInWords(answer, kind, signal, services) : NOTHING_DECODED),
    enabled: answer !== null,
    staleTime: 'static',
    // Goes as soon as nobody shows it: a pasted answer that was replaced would stay in memory for ever.
    gcTime: answer ? 0 : Infinity,
    retry: false,
    structuralSharing: false,
    networkMode: 'always',
    select: ready,
  });
  if (!answer) return NONE;
  return data ?? DECODING;
}

/**
 * The number of an answer, by its identity: contents can be 64 MiB, and two answers with the same contents are two.
 * Weak: a number keeps no answer.
 */
export function answerNumber(answer: ReceivedAnswer): number {
  const known = numbers.get(answer);
  if (known !== undefined) return known;
  last += 1;
  numbers.set(answer, last);
  return last;
}

const numbers = new WeakMap<ReceivedAnswer, number>();
let last = 0;

function ready(decoded: Decoded): DecodedView {
  return { status: 'ready', decoded };
}

/** The decoder throws nothing, but what runs it can break. The answer itself can be viewed and saved whatever happens. */
async function decodeInWords(
  answer: ReceivedAnswer,
  kind: TaskKind,
  signal: AbortSignal,
  { decode }: Services,
): Promise<Decoded> {
  try {
    return await decode(answer, kind, signal);
  } catch (cause) {
    signal.throwIfAborted();
    const said = cause instanceof Error && cause.message !== '' ? `: ${cause.message}` : '';
    const what = `could not be decoded, because the decoder broke${said}`;
    return {
      ...NOTHING_DECODED,
      problems: [{ where: 'answer', what, todo: 'View the answer to see it as it came.', severity: 'error' }],
    };
  }
}
