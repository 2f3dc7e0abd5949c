import { BookOpen, Download, File, FileSpreadsheet, FileText, Image, ImageUp, Table2, Undo2 } from 'lucide-react';
import { useId, useState } from 'react';
import type { CsvTable } from '../../core/decode/csv-table.ts';
import type { ResultFile } from '../../core/decode/decoded.ts';
import { Button } from '../kit/button.tsx';
import { FeedbackLine } from '../kit/feedback-line.tsx';
import { type FeedbackRunner, useFeedback } from '../kit/use-feedback.ts';
import { Panel } from '../shell/panel.tsx';
import css from './result-files.module.css';
import { sizeWords } from './size-words.ts';
import { TableDialog } from './table-dialog.tsx';

/** The files of one answer; what they are made to do rejects in words. */
export interface FilesOfAnswer {
  /** `Recognition task`; null where only one task has files. */
  readonly task: string | null;
  readonly key: string;
  readonly files: readonly ResultFile[];
  readonly nameOf: (file: ResultFile) => string;
  readonly isImage: (file: ResultFile) => boolean;
  /** It is the image that the page shows. */
  readonly isShown: (file: ResultFile) => boolean;
  /** Which of its pages that is, from 1; null: it is no file of pages. */
  readonly shownPage: (file: ResultFile) => number | null;
  readonly hasPages: (file: ResultFile) => boolean;
  readonly onSave: (file: ResultFile) => Promise<void>;
  readonly onUse: (file: ResultFile) => Promise<void>;
  /** Shows its pages, to choose one. */
  readonly onPages: (file: ResultFile) => Promise<void>;
  readonly readTable: (file: ResultFile, signal: AbortSignal) => Promise<CsvTable>;
}

export interface ResultFilesProps {
  readonly answers: readonly FilesOfAnswer[];
  /** The image that one of the files took the place of. */
  readonly before: { readonly name: string; readonly onBringBack: () => Promise<void> } | null;
}

/** So many are listed at first, and with each press of the button more. */
const STEP = 50;

/** The section **Files in this answer**: what is no text and no boxes, or a table, as it came. */
export function ResultFiles({ answers, before }: ResultFilesProps) {
  const { feedback, run } = useFeedback();
  return (
    <Panel title="Files in this answer">
      {answers.map((answer) => (
        <AnswerFiles key={answer.key} answer={answer} run={run} />
      ))}
      {before && (
        <div className={css.before}>
          <span>
            {'Before it, the image was '}
            <bdi className={css.name}>{before.name}</bdi>
          </span>
          <Button
            size="small"
            icon={<Undo2 size={14} />}
            onClick={() => run('before', 'The image before is back.', before.onBringBack)}
          >
            Bring it back
          </Button>
        </div>
      )}
      <FeedbackLine feedback={feedback} />
    </Panel>
  );
}

function AnswerFiles({ answer, run }: { readonly answer: FilesOfAnswer } & Pick<FeedbackRunner, 'run'>) {
  const { files, task } = answer;
  const [listed, setListed] = useState(STEP);
  const [table, setTable] = useState<ResultFile | null>(null);
  const rest = files.length - listed;
  return (
    <>
      {task !== null && <h3 className={css.task}>{task}</h3>}
      <ul className={css.list}>
        {files.slice(0, listed).map((file) => (
          <FileRow key={file.entry} answer={answer} file={file} run={run} onTable={() => setTable(file)} />
        ))}
      </ul>
      {rest > 0 && (
        <Button size="small" variant="quiet" onClick={() => setListed(listed + STEP)}>
          {`Show ${Math.min(rest, STEP)} more of ${rest.toLocaleString('en')}`}
        </Button>
      )}
      {table && (
        <TableDialog
          title={answer.nameOf(table)}
          read={(signal) => answer.readTable(table, signal)}
          onSave={() => answer.onSave(table)}
          onClose={() => setTable(null)}
        />
      )}
    </>
  );
}

interface FileRowProps extends Pick<FeedbackRunner, 'run'> {
  readonly answer: FilesOfAnswer;
  readonly file: ResultFile;
  readonly onTable: () => void;
}

function FileRow({ answer, file, run, onTable }: FileRowProps) {
  const about = useId();
  const name = answer.nameOf(file);
  const isTable = file.extension === 'csv';
  const isImage = answer.isImage(file);
  const hasPages = answer.hasPages(file);
  const page = answer.shownPage(file);
  const Icon = isTable ? FileSpreadsheet : isImage ? Image : hasPages ? FileText : File;
  return (
    <li className={css.file}>
      <Icon aria-hidden size={16} className={css.icon} />
      <div className={css.words}>
        <span id={about}>
          {capital(file.noun)}, {sizeWords(file.size)}
        </span>
        <span className={css.facts}>
          Entry {file.entry + 1}
          {isImage && ": the service's own picture, whose pixels the boxes of its answer belong to"}
        </span>
        <div className={css.buttons}>
          {isTable && (
            <Button size="small" icon={<Table2 size={14} />} aria-describedby={about} onClick={onTable}>
              Show table
            </Button>
          )}
          {hasPages && (
            <Button
              size="small"
              icon={<BookOpen size={14} />}
              aria-describedby={about}
              onClick={() => run(`pages-${name}`, 'Its pages are shown.', () => answer.onPages(file))}
            >
              Show pages
            </Button>
          )}
          {isImage && !answer.isShown(file) && (
            <Button
              size="small"
              icon={<ImageUp size={14} />}
              aria-describedby={about}
              onClick={() => run(`use-${name}`, 'Shown.', () => answer.onUse(file))}
            >
              Use as the image
            </Button>
          )}
          {answer.isShown(file) && (
            <span className={css.facts}>{page === null ? 'This' : `Page ${page}`} is the image now</span>
          )}
          <Button
            size="small"
            icon={<Download size={14} />}
            aria-describedby={about}
            onClick={() => run(`save-${name}`, `Saved as ${name}.`, () => answer.onSave(file))}
          >
            Save
          </Button>
        </div>
      </div>
    </li>
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
