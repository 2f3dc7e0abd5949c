import type { Span } from '../span.ts';
import { layoutOfTree, type TreeOptions } from './layout-of-tree.ts';
import { type RowSources, SourceList } from './row-sources.ts';

/** Where each row that `layoutOfTree` makes of a tree is written: the object or the list that it was read from. */
export function sourcesOfTree(
  value: unknown,
  spans: ReadonlyMap<object, Span>,
  options: Omit<TreeOptions, 'onRow'>,
): RowSources {
  const sources = new SourceList();
  layoutOfTree(value, '', {
    ...options,
    onRow: (row, parent, source) => {
      const span = typeof source === 'object' && source !== null ? spans.get(source) : undefined;
      if (span) sources.set(row, span);
      else sources.inherit(row, parent);
    },
  });
  return sources.done();
}
