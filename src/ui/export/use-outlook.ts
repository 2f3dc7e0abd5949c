import { useEffect, useState } from 'react';
import type { ExportOutlook, ExportScope } from '../../core/export/exporters/exporter.ts';
import { failureWords } from '../kit/use-feedback.ts';
import type { FileExport } from './export-options.ts';

export type FileOutlook =
  | { readonly status: 'counting' }
  | { readonly status: 'known'; readonly outlook: ExportOutlook }
  | { readonly status: 'failed'; readonly words: string };

const COUNTING: FileOutlook = { status: 'counting' };

/** What a file will hold: counted in turns, and given up when something else is asked for. */
export function useOutlook(file: FileExport, scope: ExportScope): FileOutlook {
  const [found, setFound] = useState<{
    readonly file: FileExport;
    readonly scope: ExportScope;
    readonly is: FileOutlook;
  }>();
  useEffect(() => {
    const giveUp = new AbortController();
    const say = (is: FileOutlook) => {
      if (!giveUp.signal.aborted) setFound({ file, scope, is });
    };
    file.outlook(scope, giveUp.signal).then(
      (outlook) => say({ status: 'known', outlook }),
      (cause: unknown) => say({ status: 'failed', words: failureWords(cause) }),
    );
    return () => giveUp.abort();
  }, [file, scope]);
  return found?.file === file && found.scope === scope ? found.is : COUNTING;
}
