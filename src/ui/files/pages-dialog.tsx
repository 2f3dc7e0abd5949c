import { ChevronLeft, ChevronRight, Image, ImageUp, Type } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { TextOfPage } from '../../core/pdf/text-as-regions.ts';
import type { OpenPdf } from '../../pdf/open-pdf.ts';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { FeedbackLine } from '../kit/feedback-line.tsx';
import { Input } from '../kit/field.tsx';
import { IconButton } from '../kit/icon-button.tsx';
import { useFeedback } from '../kit/use-feedback.ts';
import css from './pages-dialog.module.css';
import { type PageAsShown, usePdfPage } from './use-pdf-page.ts';

/** What is made of a page. */
export interface PageToUse {
  readonly page: number;
  /** PNG; null: the image stays. */
  readonly picture: Blob | null;
  /** null: the regions stay. */
  readonly text: TextOfPage | null;
}

export interface PagesDialogProps {
  /** Of the file. */
  readonly name: string;
  /** The page shown first, from 1. */
  readonly first: number;
  /** Called when the dialog opens; closed when it closes. */
  readonly open: () => OpenPdf;
  /** Rejects in words. */
  readonly onUse: (page: PageToUse) => Promise<void>;
  readonly onClose: () => void;
}

/** The pages of a PDF, one at a time, and what can be made of each. */
export function PagesDialog({ name, first, open, onUse, onClose }: PagesDialogProps) {
  const [page, setPage] = useState(first);
  const { pdf, pages, shown, failed } = usePdfPage(open, page);
  const { feedback, run } = useFeedback(page);
  // Ends with the dialog: nobody waits for a page any more.
  const [stop, setStop] = useState<AbortController | null>(null);
  useEffect(() => () => stop?.abort(), [stop]);
  const ready = shown?.page === page && failed === null ? shown : null;

  const use = (id: string, what: { readonly picture: boolean; readonly text: boolean }) => {
    if (!pdf || !ready) return;
    const mine = new AbortController();
    setStop(mine);
    run(id, 'Done.', async () => {
      const text = what.text ? await pdf.text(page, ready.scale, mine.signal) : null;
      if (text && text.decoded.layout?.regions.count === 0) throw new Error('This page has no text after all.');
      const picture = what.picture ? await pdf.picture(page, mine.signal) : null;
      mine.signal.throwIfAborted();
      await onUse({ page, picture, text });
    });
  };
  const hasText = ready?.hasText ?? false;

  return (
    <Dialog
      open
      onClose={onClose}
      title={name}
      width="wide"
      startAt="close"
      footer={
        <>
          <FeedbackLine feedback={feedback} className={css.said} />
          {hasText && (
            <Button icon={<Type size={16} />} onClick={() => use('text', { picture: false, text: true })}>
              Use its text as regions
            </Button>
          )}
          {ready && (
            <Button
              variant={hasText ? 'normal' : 'primary'}
              icon={<ImageUp size={16} />}
              onClick={() => use('picture', { picture: true, text: false })}
            >
              Use as the image
            </Button>
          )}
          {hasText && (
            <Button
              variant="primary"
              icon={<Image size={16} />}
              onClick={() => use('both', { picture: true, text: true })}
            >
              Use both
            </Button>
          )}
        </>
      }
    >
      {pages !== null && pages > 1 && <Pager page={page} pages={pages} onPage={setPage} />}
      <div className={css.sheet}>
        {failed === null && shown && <Sheet shown={shown} waiting={!ready} name={name} />}
        {failed === null && !shown && <p className={css.words}>Opening the PDF…</p>}
        {failed !== null && <p role="alert">{failed}</p>}
      </div>
      <output className={css.facts}>
        {ready ? pageWords(ready, pages) : shown && failed === null ? `Drawing page ${page.toLocaleString('en')}…` : ''}
      </output>
    </Dialog>
  );
}

function Pager({
  page,
  pages,
  onPage,
}: {
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const go = (to: number) => {
    setTyped(null);
    onPage(Math.min(Math.max(to, 1), pages));
  };
  return (
    <div className={css.pager}>
      <IconButton label="Previous page" icon={<ChevronLeft />} disabled={page <= 1} onClick={() => go(page - 1)} />
      <span className={css.number}>
        <span aria-hidden>Page</span>
        <Input
          type="number"
          aria-label="Page"
          className={css.input}
          min={1}
          max={pages}
          value={typed ?? page}
          onChange={(event) => {
            const to = event.target.valueAsNumber;
            setTyped(event.target.value);
            if (Number.isInteger(to) && to >= 1 && to <= pages) onPage(to);
          }}
          onBlur={() => setTyped(null)}
        />
      </span>
      <span className={css.words}>of {pages.toLocaleString('en')}</span>
      <IconButton label="Next page" icon={<ChevronRight />} disabled={page >= pages} onClick={() => go(page + 1)} />
    </div>
  );
}

interface SheetProps {
  readonly shown: PageAsShown;
  /** Another page is being drawn. */
  readonly waiting: boolean;
  readonly name: string;
}

function Sheet({ shown: { picture, page }, waiting, name }: SheetProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (!canvas.current || picture.width === 0) return;
    canvas.current.width = picture.width;
    canvas.current.height = picture.height;
    canvas.current.getContext('2d')?.drawImage(picture, 0, 0);
  }, [picture]);
  return (
    <canvas
      ref={canvas}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- drawn here from a bitmap: there is no address to show
      role="img"
      aria-label={`Page ${page} of ${name}`}
      aria-busy={waiting}
      className={waiting ? css.waiting : css.page}
    />
  );
}

function pageWords({ page, scale, hasText }: PageAsShown, pages: number | null): string {
  const size = `${scale.width.toLocaleString('en')} x ${scale.height.toLocaleString('en')} px`;
  const which = pages === 1 ? 'The one page' : `Page ${page.toLocaleString('en')}`;
  const reduced = scale.reduced ? ', the most that is drawn: it would be larger' : '';
  return `${which}, ${size}${reduced}. ${hasText ? 'It has text.' : 'It has no text that could be used as regions.'}`;
}
