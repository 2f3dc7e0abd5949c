import { openPages } from '../../pdf/pages-in-worker.ts';
import type { OpenSession } from '../sessions.ts';

/** Everything of the document ends with the worker. */
export const openPdfPages: OpenSession<'pdf'> = async (start) => {
  const { ask } = await openPages(start);
  return { ask: (question) => ask(question) };
};
