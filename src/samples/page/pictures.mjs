/** The pictures on the pages, where a page has a canvas for them. */
import { engrave } from './engraving.mjs';
import { guilloche } from './guilloche.mjs';
import { portrait } from './portrait.mjs';
import { signature } from './signature.mjs';
import { stamp } from './stamp.mjs';
import { typewriter } from './typewriter.mjs';

const PICTURES = { engraving: engrave, cut: engrave, guilloche, photo: portrait, signature, stamp };

export function drawPictures() {
  for (const [id, draw] of Object.entries(PICTURES)) {
    const canvas = document.getElementById(id);
    if (canvas) draw(canvas.getContext('2d'), canvas.width, canvas.height);
  }
  typewriter();
}
