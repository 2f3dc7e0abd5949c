import type { JobHandlers, JobName, JobReply, JobRequest } from './jobs.ts';
import { closeBitmap } from './jobs/close-bitmap.ts';
import { decodeAnswerJob } from './jobs/decode-answer.ts';
import { decodeImage } from './jobs/decode-image.ts';
import { encodeCrop } from './jobs/encode-crop.ts';
import { findItemPlacesJob } from './jobs/find-item-places.ts';
import { hashFile } from './jobs/hash-file.ts';
import { lintBoxesJob } from './jobs/lint-boxes.ts';
import { openEntryJob, openTableJob } from './jobs/open-entry.ts';
import { overviewImage } from './jobs/overview-image.ts';
import { readAnswerJob } from './jobs/read-answer.ts';
import { readPastedJob } from './jobs/read-pasted.ts';
import { readingOrderJob } from './jobs/reading-order.ts';

const HANDLERS: JobHandlers = {
  decodeImage,
  overviewImage,
  closeBitmap,
  encodeCrop,
  hashFile,
  decodeAnswer: decodeAnswerJob,
  readAnswer: readAnswerJob,
  readPasted: readPastedJob,
  openEntry: openEntryJob,
  openTable: openTableJob,
  findItemPlaces: findItemPlacesJob,
  lintBoxes: lintBoxesJob,
  readingOrder: readingOrderJob,
};

self.addEventListener('message', ({ data }: MessageEvent<JobRequest>) => void answer(data));

/** A request that cannot be read has nobody to be answered: thrown, it reaches the page as an error of this worker. */
self.addEventListener('messageerror', () => {
  throw new Error('a request could not be read');
});

async function answer<J extends JobName>({ job, input }: JobRequest<J>): Promise<void> {
  try {
    const { output, transfer } = await HANDLERS[job](input);
    reply({ ok: true, output }, transfer);
  } catch (error) {
    const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
    reply({ ok: false, name, message });
  }
}

/** The form with options is the same for a worker and for a window, which is what the DOM library takes `self` for. */
function reply(message: JobReply, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}
