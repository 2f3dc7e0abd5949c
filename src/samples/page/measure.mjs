import { hyphenate } from './hyphenate.mjs';

/**
 * What stands where on a page.
 * `data-region`: one region, its text by lines. `data-words`: one region per word. `data-field`: the box as it is drawn.
 * `data-picture`: a region that is no text. `data-reads`: what the recognition makes of it; `data-reads-for`: of single words.
 * @returns {{ box: number[], text: string, tight: boolean }[]} in the order of the page
 */
export function measureRegions() {
  for (const paragraph of document.querySelectorAll('p')) hyphenate(paragraph);
  return [...document.querySelectorAll('[data-region], [data-words], [data-field], [data-picture]')].flatMap(
    (element) => {
      if (element.dataset.field !== undefined)
        return [
          {
            box: boxOf(element.getBoundingClientRect()),
            text: readingOf(element, element.textContent.trim()),
            tight: false,
          },
        ];
      if (element.dataset.picture !== undefined)
        return [{ box: boxOf(element.getBoundingClientRect()), text: readingOf(element, ''), tight: true }];
      const lines = linesOf(element);
      if (element.dataset.words !== undefined) return lines.flatMap(wordsOf);
      const box = boxOf(
        union(
          lines
            .flat()
            .filter(({ letter }) => /\S/.test(letter))
            .map(({ rect }) => rect),
        ),
      );
      return [{ box, text: readingOf(element, lines.map(textOf).join('\n')), tight: true }];
    },
  );
}

function readingOf(element, text) {
  if (element.dataset.reads !== undefined) return element.dataset.reads;
  const misread = (element.dataset.readsFor ?? '').split(',').filter(Boolean);
  return misread.reduce((read, pair) => read.replace(...pair.split('=')), text);
}

/** Letters with their boxes, line by line: a line ends where the next letter stands further left. */
function linesOf(element) {
  const lines = [];
  let line = [];
  let last;
  const range = document.createRange();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (let i = 0; i < node.data.length; i += 1) {
      range.setStart(node, i);
      range.setEnd(node, i + 1);
      // The last one: the letter after a broken word's hyphen also has one, empty, at the end of the line above.
      const rect = [...range.getClientRects()].at(-1) ?? range.getBoundingClientRect();
      const letter = node.data[i];
      if (letter === '\u00ad') {
        // Shown only where the line breaks after it.
        if (rect.width > 0) line.push({ letter: '-', rect });
        continue;
      }
      if (/\s/.test(letter)) {
        // Also the one at a line's end, which has no width: it parts two words.
        line.push({ letter: ' ', rect: last?.rect ?? rect });
        continue;
      }
      if (last && startsAnew(rect, node, last)) {
        lines.push(line);
        line = [];
      }
      last = { rect, node };
      line.push({ letter, rect });
    }
  }
  return [...lines, line].filter((letters) => letters.some(({ letter }) => /\S/.test(letter)));
}

/** Further left, or up in the next column, or in another element further off. */
function startsAnew(rect, node, last) {
  const up = rect.bottom < last.rect.top;
  return rect.left < last.rect.left - 2 || up || (node !== last.node && rect.left > last.rect.right + 40);
}

function wordsOf(line) {
  const words = [];
  let word = [];
  for (const part of [...line, { letter: ' ' }]) {
    if (/\S/.test(part.letter)) {
      word.push(part);
      continue;
    }
    if (word.length > 0)
      words.push({ box: boxOf(union(word.map(({ rect }) => rect))), text: textOf(word), tight: true });
    word = [];
  }
  return words;
}

function textOf(letters) {
  return letters
    .map(({ letter }) => letter)
    .join('')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function union(rects) {
  return {
    left: Math.min(...rects.map(({ left }) => left)),
    top: Math.min(...rects.map(({ top }) => top)),
    right: Math.max(...rects.map(({ right }) => right)),
    bottom: Math.max(...rects.map(({ bottom }) => bottom)),
  };
}

function boxOf({ left, top, right, bottom }) {
  return [Math.floor(left), Math.floor(top), Math.ceil(right), Math.ceil(bottom)];
}
