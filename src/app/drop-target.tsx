import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { brings, take as takeFrom, type Taken } from '../files/take.ts';
import { useNotices } from '../state/notices.ts';
import css from './drop-target.module.css';
import type { LateTakeIn } from './late-take-in.ts';

/** Whatever is dropped on the page, or pasted outside a field, goes where it belongs. */
export function DropTarget({ take, children }: { readonly take: LateTakeIn; readonly children: ReactNode }) {
  const [over, setOver] = useState(false);

  const accept = useEffectEvent(async ({ files, text, problems }: Taken) => {
    const [problem] = problems;
    if (problem) useNotices.getState().tell('image', problem);
    const [file] = files;
    if (file && isText(file)) await take.anything(await file.text());
    else if (file) take.image(file, file.name);
    else if (text !== null) await take.anything(text);
  });
  const pasted = useEffectEvent((event: ClipboardEvent) => {
    const taken = takeFrom(event.clipboardData);
    // An image belongs to no field; text that is pasted into one stays there.
    if (isField(event.target) && taken.files.length === 0) return;
    event.preventDefault();
    void accept(taken);
  });

  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => pasted(event);
    const onOver = (event: DragEvent) => {
      if (!brings(event.dataTransfer)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      setOver(false);
      const taken = takeFrom(event.dataTransfer);
      if (isField(event.target) && taken.files.length === 0) return;
      event.preventDefault();
      void accept(taken);
    };
    document.addEventListener('paste', onPaste);
    document.addEventListener('dragover', onOver);
    document.addEventListener('dragleave', onLeave);
    document.addEventListener('drop', onDrop);
    return () => {
      document.removeEventListener('paste', onPaste);
      document.removeEventListener('dragover', onOver);
      document.removeEventListener('dragleave', onLeave);
      document.removeEventListener('drop', onDrop);
    };
  }, []);

  return (
    <>
      {children}
      {over && (
        <div className={css.over}>
          <p className={css.words}>Drop the image, or an answer as a file</p>
        </div>
      )}
    </>
  );
}

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea') !== null;
}

/** A saved answer is a text file; an image that is named so is still found out by its first bytes. */
function isText(file: File): boolean {
  return (
    file.type.startsWith('text/') ||
    file.type === 'application/json' ||
    /\.(json|txt|b64|base64|hocr|alto|xml|csv|tsv)$/i.test(file.name)
  );
}
