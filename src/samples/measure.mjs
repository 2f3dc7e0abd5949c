/**
 * What stands where on a page. Runs inside the page: everything it needs is within.
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
          { box: boxOf(element.getBoundingClientRect()), text: readingOf(element, element.textContent), tight: false },
        ];
      if (element.dataset.picture !== undefined)
        return [{ box: boxOf(element.getBoundingClientRect()), text: readingOf(element, ''), tight: true }];
      const lines = linesOf(element);
      if (element.dataset.words !== undefined) return lines.flatMap(wordsOf);
      const box = boxOf(union(lines.flat().map(({ rect }) => rect)));
      return [{ box, text: readingOf(element, lines.map(textOf).join('\n')), tight: true }];
    },
  );

  function readingOf(element, text) {
    if (element.dataset.reads !== undefined) return element.dataset.reads;
    const misread = (element.dataset.readsFor ?? '').split(',').filter(Boolean);
    return misread.reduce((read, pair) => read.replace(...pair.split('=')), text);
  }

  /** Letters with their boxes, line by line: a line ends where the next letter stands further left. */
  function linesOf(element) {
    const lines = [];
    let line = [];
    const range = document.createRange();
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let i = 0; i < node.data.length; i += 1) {
        range.setStart(node, i);
        range.setEnd(node, i + 1);
        const rect = range.getBoundingClientRect();
        const letter = node.data[i];
        if (letter === '\u00ad') {
          // Shown only where the line breaks after it.
          if (rect.width > 0) line.push({ letter: '-', rect });
          continue;
        }
        const last = line.at(-1)?.rect;
        if (
          last &&
          rect.width > 0 &&
          (rect.left < last.left - 2 || (node !== line.at(-1).node && rect.left > last.right + 40))
        ) {
          lines.push(line);
          line = [];
        }
        if (rect.width > 0 || /\S/.test(letter)) line.push({ letter, rect, node });
      }
    }
    return [...lines, line].filter((letters) => letters.some(({ letter }) => /\S/.test(letter)));
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

  /** Soft hyphens where English mostly breaks: between two consonants, or before one between vowels. */
  function hyphenate(element) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      node.data = node.data.replaceAll(/[a-z]{7,}/gi, (word) =>
        word.replaceAll(
          /(?<=.{2}[aeiouy](?:[bcdfgklmnprstv](?=[bcdfgklmnpst][aeiouy]))?)(?=[bcdfgklmnprstv][aeiouy].{2})/gi,
          (_none, at) => (at >= 3 && at <= word.length - 3 ? '\u00ad' : ''),
        ),
      );
    }
  }
}
