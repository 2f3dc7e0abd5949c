/** What reads whatever is given: pasted text of every kind, and image files. Loaded by itself, right after the first paint. */
export { openPicture, stopOpening } from './open-picture.ts';
export { takeIn } from './take-in.ts';
