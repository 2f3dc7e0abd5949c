import { expect } from 'vitest';
import type { ReceivedAnswer } from '../../src/core/ocr/task.ts';
import type { ImageSource } from '../../src/image/image-source.ts';

/** A completed answer without results. */
export const EMPTY_ANSWER: ReceivedAnswer = {
  raw: new Uint8Array(0),
  receivedAt: 0,
  task: {
    id: null,
    status: 'Completed',
    statusWord: 'Completed',
    code: null,
    results: [],
    messages: [],
    warnings: [],
    problems: [],
  },
};

const none = () => expect.fail('nothing of the picture is read');

/** A picture of one pixel that fails the test when it is read. */
export function unreadSource(file: Blob, name: string): ImageSource {
  return {
    name,
    file,
    type: 'png',
    stored: { width: 1, height: 1 },
    orientation: 1,
    lossless: true,
    notes: [],
    sha256: none,
    picture: none,
    onChange: none,
    whole: none,
    read: none,
    colourChunks: new Uint8Array(),
    dispose: () => undefined,
  };
}
