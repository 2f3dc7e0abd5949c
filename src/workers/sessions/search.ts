import { concat } from '../../core/concat.ts';
import { foldedTexts } from '../../core/inspection/folded-texts.ts';
import { rowsOfColumns } from '../../core/inspection/text-rows.ts';
import type { OpenSession } from '../sessions.ts';

/** Parts get larger up to this many slices: the first answers come at once, and the page is not asked to draw each. */
const MOST_SLICES = 32;

/** Folds the texts as far as questions get, keeps them folded, and tells what it finds slice by slice. */
export const openSearch: OpenSession<'search'> = async (columns) => {
  const texts = foldedTexts(rowsOfColumns(columns));
  return {
    async ask(words, { signal, tell }) {
      let found: Uint32Array[] = [];
      let told = 0;
      let slices = 0;
      for (const slice of texts.search(words)) {
        slices += 1;
        if (slice.texts.length > 0) found.push(slice.texts);
        if (slices >= Math.min(2 * told, told + MOST_SLICES)) {
          const part = concat(Uint32Array, found);
          tell({ texts: part, searched: slice.searched }, [part.buffer]);
          told = slices;
          found = [];
        }
        // eslint-disable-next-line no-await-in-loop -- one slice after the other, and in between it is seen that the page gave up
        await breath();
        signal.throwIfAborted();
      }
      const answer = concat(Uint32Array, found);
      return { answer, transfer: [answer.buffer] };
    },
  };
};

/** Lets messages in. A timeout would wait each time: browsers hold nested ones back. */
function breath(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}
