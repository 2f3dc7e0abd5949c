import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { OpenPdf } from '../../../src/pdf/open-pdf.ts';
import { usePdfPage } from '../../../src/ui/files/use-pdf-page.ts';
import { shownStrictly } from '../support/shown-strictly.tsx';

it('a page that failed is tried again, and what was said of it goes', async () => {
  let broken = true;
  const pdf: OpenPdf = {
    count: () => Promise.resolve(2),
    show: async (number) => {
      if (number === 1 && broken) throw new Error('Page 1 was given up.');
      const picture = await createImageBitmap(new ImageData(1, 1));
      return { scale: { scale: 1, width: 1, height: 1, reduced: false }, picture, hasText: false };
    },
    picture: () => Promise.reject(new Error('not asked for')),
    text: () => Promise.reject(new Error('not asked for')),
    close: () => undefined,
  };
  const open = () => pdf;
  const status = page.getByRole('status');
  const { rerender } = await shownStrictly(<Reading open={open} number={1} />);
  await expect.element(status).toHaveTextContent('Page 1 was given up.');
  await rerender(<Reading open={open} number={2} />);
  await expect.element(status).toHaveTextContent('page 2');
  broken = false;
  await rerender(<Reading open={open} number={1} />);
  await expect.element(status).toHaveTextContent('page 1');
});

function Reading({ open, number }: { readonly open: () => OpenPdf; readonly number: number }) {
  const { shown, failed } = usePdfPage(open, number);
  return <output>{failed ?? (shown?.page === number ? `page ${shown.page}` : 'drawing')}</output>;
}
