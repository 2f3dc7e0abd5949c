import { Undo2 } from 'lucide-react';
import type { TextOfPage } from '../../core/pdf/text-as-regions.ts';
import { Button } from '../kit/button.tsx';
import { Panel } from '../shell/panel.tsx';
import css from './result-files.module.css';

export interface PageTextPanelProps {
  readonly text: TextOfPage;
  readonly onTakeBack: () => void;
}

/** The section **Regions from a PDF**: what stands in place of the answers' regions, and the way back. */
export function PageTextPanel({ text: { name, page, size }, onTakeBack }: PageTextPanelProps) {
  return (
    <Panel title="Regions from a PDF">
      <div className={css.before}>
        <span>
          {`The regions are the text of page ${page.toLocaleString('en')} of `}
          <bdi className={css.name}>{name}</bdi>
          {`, on ${size.width.toLocaleString('en')} x ${size.height.toLocaleString('en')} px. The regions of the answer come back when you take this back.`}
        </span>
        <Button size="small" icon={<Undo2 size={14} />} onClick={onTakeBack}>
          Take this text back
        </Button>
      </div>
    </Panel>
  );
}
