import type { Format } from '../format.ts';
import type { FileKind } from '../sniff.ts';
import type { Payload } from '../payload.ts';

/** PDF, Office, images, sound, hOCR and JSON results: named by content, kept raw. They hold no plain text of a region. */
export const filesFormat: Format = {
  name: 'Other files',
  matches: (payload) => fileOf(payload) !== null,
  read: (payload) => {
    const noun = fileOf(payload)?.noun ?? 'a file';
    return {
      as: 'nothing',
      problems: [
        {
          where: payload.where,
          what: `is ${noun}, which is neither plain text nor a list of rectangles, so it is not shown`,
          todo: 'View the answer to save it as it came, or ask the service for resultType Text.',
          severity: 'warning',
        },
      ],
    };
  },
};

function fileOf(payload: Payload): { readonly noun: string } | null {
  const file: FileKind | null = payload.file();
  // A page of text may well show markup: what calls itself Text is text.
  if (file && !(file.type === 'markup' && isTyped(payload, 'text'))) return file;
  return isTyped(payload, 'json') ? { noun: 'a JSON result' } : null;
}

function isTyped(payload: Payload, type: string): boolean {
  return payload.type?.trim().toLowerCase() === type;
}
