import { adoptTree, type RegionTree, regionTreeBuffers, treeOf } from '../geometry/region-tree.ts';
import { columnsOf, packedTextBuffers, packedTexts, type PackedTexts } from '../inspection/packed-texts.ts';
import { type RegionTable, regionTableBuffers } from '../inspection/region-table.ts';
import { type PackedProblems, packedProblems, packProblems } from '../inspection/text-problems.ts';
import type { Decoded, DecodedHere, ResultLayout } from './decoded.ts';

/** `Decoded` on its way from a worker to the page: nothing but columns, and few of them are copied. */
export interface SentDecoded extends Pick<Decoded, 'problems' | 'regionProblems' | 'files' | 'textEntries'> {
  readonly regions: RegionTable | null;
  /** The index of the regions, built where they were decoded. */
  readonly tree: RegionTree | null;
  readonly layout: SentLayout | null;
  readonly texts: PackedTexts | null;
  readonly textProblems: PackedProblems;
}

interface SentLayout extends Pick<ResultLayout, 'regions' | 'confidence' | 'beside'> {
  readonly tree: RegionTree;
  readonly texts: PackedTexts;
}

/** What is sent, and what of it is moved. What was decoded is empty afterwards. */
export function sendDecoded(decoded: DecodedHere): { readonly sent: SentDecoded; readonly transfer: ArrayBuffer[] } {
  const { regions } = decoded;
  const tree = regions && treeOf(regions);
  const layout = decoded.layout && sentLayout(decoded.layout);
  const texts = decoded.texts && columnsOf(decoded.texts);
  const textProblems = packProblems(decoded.textProblems, texts?.count ?? 0);
  const buffers = [
    ...(regions ? regionTableBuffers(regions) : []),
    ...(tree ? regionTreeBuffers(tree) : []),
    ...(layout ? layoutBuffers(layout) : []),
    ...(texts ? packedTextBuffers(texts) : []),
    ...(decoded.textEntries ? [decoded.textEntries.buffer] : []),
    textProblems.kindOf.buffer,
  ];
  return {
    sent: { ...decoded, regions, tree, layout, texts, textProblems },
    // Empty ones may be constants, which others still need.
    transfer: [...new Set(buffers)].filter((buffer) => buffer.byteLength > 0),
  };
}

/** On the other side. The indices are taken over with their regions. */
export function receiveDecoded({ tree, ...sent }: SentDecoded): Decoded {
  if (sent.regions && tree) adoptTree(sent.regions, tree);
  return {
    ...sent,
    layout: sent.layout && receivedLayout(sent.layout),
    texts: sent.texts && packedTexts(sent.texts),
    textProblems: packedProblems(sent.textProblems),
  };
}

function sentLayout({ texts, ...layout }: ResultLayout): SentLayout {
  return { ...layout, tree: treeOf(layout.regions), texts: columnsOf(texts) };
}

function layoutBuffers({ regions, confidence, tree, texts }: SentLayout): ArrayBuffer[] {
  return [
    ...regionTableBuffers(regions),
    ...(confidence ? [confidence.buffer] : []),
    ...regionTreeBuffers(tree),
    ...packedTextBuffers(texts),
  ];
}

function receivedLayout({ tree, texts, ...layout }: SentLayout): ResultLayout {
  adoptTree(layout.regions, tree);
  return { ...layout, texts: packedTexts(texts) };
}
