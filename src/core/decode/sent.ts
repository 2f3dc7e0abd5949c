import { adoptTree, type RegionTree, regionTreeBuffers, treeOf } from '../geometry/region-tree.ts';
import { columnsOf, packedTextBuffers, packedTexts, type PackedTexts } from '../inspection/packed-texts.ts';
import { type RegionTable, regionTableBuffers } from '../inspection/region-table.ts';
import { type PackedProblems, packedProblems, packProblems } from '../inspection/text-problems.ts';
import type { Decoded, DecodedHere } from './decoded.ts';

/** `Decoded` on its way from a worker to the page: nothing but columns, and few of them are copied. */
export interface SentDecoded extends Pick<Decoded, 'problems' | 'regionProblems'> {
  readonly regions: RegionTable | null;
  /** The index of the regions, built where they were decoded. */
  readonly tree: RegionTree | null;
  readonly texts: PackedTexts | null;
  readonly textProblems: PackedProblems;
}

/** What is sent, and what of it is moved. What was decoded is empty afterwards. */
export function sendDecoded(decoded: DecodedHere): { readonly sent: SentDecoded; readonly transfer: ArrayBuffer[] } {
  const { regions } = decoded;
  const tree = regions && treeOf(regions);
  const texts = decoded.texts && columnsOf(decoded.texts);
  const textProblems = packProblems(decoded.textProblems, texts?.count ?? 0);
  const buffers = [
    ...(regions ? regionTableBuffers(regions) : []),
    ...(tree ? regionTreeBuffers(tree) : []),
    ...(texts ? packedTextBuffers(texts) : []),
    textProblems.kindOf.buffer,
  ];
  return {
    sent: { ...decoded, regions, tree, texts, textProblems },
    // Empty ones may be constants, which others still need.
    transfer: [...new Set(buffers)].filter((buffer) => buffer.byteLength > 0),
  };
}

/** On the other side. The index is taken over with its regions. */
export function receiveDecoded({ tree, ...sent }: SentDecoded): Decoded {
  if (sent.regions && tree) adoptTree(sent.regions, tree);
  return {
    ...sent,
    texts: sent.texts && packedTexts(sent.texts),
    textProblems: packedProblems(sent.textProblems),
  };
}
