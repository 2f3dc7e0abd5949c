import { withoutEntities } from './markup-entities.ts';

/**
 * A tokenizer of our own for XML and HTML: DOMParser is a Trusted Types sink, and no worker has it. Nothing is loaded, no entity is
 * defined by a document, and the work is linear in the length of the text.
 */
export interface MarkupHandler {
  /** Names in lower case and without a prefix (`alto:String` is `string`); so are those of attributes. */
  readonly open: (name: string, attributes: ReadonlyMap<string, string>, from: number) => void;
  /** `to`: behind its closing tag, or where it ends without one. Characters from 0, as `from` of `open`. */
  readonly close: (name: string, to: number) => void;
  /** Entities are resolved. Several may follow one another. */
  readonly text: (text: string) => void;
}

export interface MarkupReading {
  /** What is wrong, with its character from 0; null: nothing. Elements are closed in any case. */
  readonly fault: { readonly what: string; readonly position: number } | null;
}

/** Deeper is left out: nothing that a service sends comes near it. */
export const MAX_MARKUP_DEPTH = 64;

const VOID = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
]);
/** Of HTML: markup within them is text. */
const RAW = new Set(['script', 'style']);

/** Calls the handler for each piece, every `open` with its `close`. Never throws of itself. */
export function readMarkup(text: string, handler: MarkupHandler): MarkupReading {
  const open: string[] = [];
  const isHtml = /<(?:!doctype\s+html|html[\s>])/i.test(text.slice(0, 2000));
  let fault: MarkupReading['fault'] = null;
  let at = 0;
  while (at < text.length) {
    const mark = nextMark(text, at);
    if (mark < 0) {
      handler.text(withoutEntities(text.slice(at)));
      break;
    }
    if (mark > at) handler.text(withoutEntities(text.slice(at, mark)));
    const special = skipSpecial(text, mark, handler);
    if (special === null) {
      const tag = readTag(text, mark);
      if (tag === 'text') {
        handler.text('<');
        at = mark + 1;
        continue;
      }
      if (tag === 'cut') {
        fault ??= { what: 'ends within a tag', position: mark };
        break;
      }
      at = tag.end;
      if (tag.closing) closeTo(tag.name, mark, at);
      else if (open.length >= MAX_MARKUP_DEPTH) {
        fault ??= {
          what: `is nested deeper than ${MAX_MARKUP_DEPTH} levels; what is deeper was left out`,
          position: mark,
        };
      } else {
        handler.open(tag.name, tag.attributes, mark);
        if (tag.selfClosing || (isHtml && VOID.has(tag.name))) handler.close(tag.name, at);
        else open.push(tag.name);
        if (isHtml && RAW.has(tag.name) && !tag.selfClosing) at = endOfRaw(text, at, tag.name);
      }
    } else if (special < 0) {
      fault ??= { what: 'ends within a comment or a declaration', position: mark };
      break;
    } else at = special;
  }
  if (open.length > 0 && !isHtml) fault ??= { what: `ends before </${open.at(-1)}>`, position: text.length };
  for (const name of open.toReversed()) handler.close(name, text.length);
  return { fault };

  /** What is open in it ends before its closing tag. */
  function closeTo(name: string, tagFrom: number, tagTo: number): void {
    const place = open.lastIndexOf(name);
    if (place < 0) return;
    while (open.length > place) handler.close(open.pop() ?? name, open.length > place ? tagFrom : tagTo);
  }
}

/** The next `<` that something can begin with; one before a space, a number or another `<` is text. */
function nextMark(text: string, from: number): number {
  let mark = text.indexOf('<', from);
  while (mark >= 0 && !MAY_BEGIN.has(text.charCodeAt(mark + 1) | 32)) mark = text.indexOf('<', mark + 1);
  return mark;
}

/** Letters of either case, and `! / ? _`, each with the bit that makes a letter small. */
const MAY_BEGIN = new Set(Array.from('abcdefghijklmnopqrstuvwxyz!/?_', (first) => first.charCodeAt(0) | 32));

/** `</script>` without a scan of what follows for each one that is missing. */
function endOfRaw(text: string, from: number, name: string): number {
  const end = new RegExp(`</${name}`, 'gi');
  end.lastIndex = from;
  const found = end.exec(text);
  return found ? found.index : text.length;
}

/** Comments, CDATA, declarations and instructions: the place behind, -1 when it does not end, null when it is none of them. */
function skipSpecial(text: string, mark: number, handler: MarkupHandler): number | null {
  const behind = (end: string, from: number) => {
    const found = text.indexOf(end, from);
    return found < 0 ? -1 : found + end.length;
  };
  if (text.startsWith('<!--', mark)) return behind('-->', mark + 4);
  if (text.startsWith('<?', mark)) return behind('>', mark + 2);
  if (text.startsWith('<![CDATA[', mark)) {
    const end = behind(']]>', mark + 9);
    handler.text(text.slice(mark + 9, end < 0 ? text.length : end - 3));
    return end;
  }
  if (!text.startsWith('<!', mark)) return null;
  const end = behind('>', mark + 2);
  // Entities that a document defines are not read, so none of them can grow.
  const subset = text.slice(mark, Math.max(end, mark)).indexOf('[');
  return subset >= 0 ? behind(']>', mark + subset) : end;
}

interface Tag {
  readonly name: string;
  readonly closing: boolean;
  readonly selfClosing: boolean;
  readonly attributes: ReadonlyMap<string, string>;
  readonly end: number;
}

const TAG_NAME = /\/?[A-Za-z_][^\s/>]*/y;
const ATTRIBUTE = /[\s/]*([^\s=>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/y;
/** A `=` with no name before it: nothing else is left where neither an attribute nor the end of the tag stands. */
const STRAY = /[\s/]*=/y;
const TAG_END = /[\s/]*>/y;

/** `text`: no tag begins here. `cut`: it does, and does not end. */
function readTag(text: string, mark: number): Tag | 'text' | 'cut' {
  TAG_NAME.lastIndex = mark + 1;
  const [named] = TAG_NAME.exec(text) ?? [];
  if (named === undefined) return 'text';
  const attributes = new Map<string, string>();
  let at = TAG_NAME.lastIndex;
  for (;;) {
    TAG_END.lastIndex = at;
    const end = TAG_END.exec(text);
    if (end) {
      const closing = named.startsWith('/');
      const selfClosing = end[0].includes('/');
      return {
        name: localName(closing ? named.slice(1) : named),
        closing,
        selfClosing,
        attributes,
        end: TAG_END.lastIndex,
      };
    }
    ATTRIBUTE.lastIndex = at;
    const [whole, name, double, single, bare] = ATTRIBUTE.exec(text) ?? [];
    if (whole === undefined || name === undefined) {
      STRAY.lastIndex = at;
      STRAY.test(text);
      if (STRAY.lastIndex === 0) return 'cut';
      at = STRAY.lastIndex;
      continue;
    }
    const local = localName(name);
    if (!attributes.has(local)) attributes.set(local, withoutEntities(double ?? single ?? bare ?? ''));
    at = ATTRIBUTE.lastIndex;
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}
