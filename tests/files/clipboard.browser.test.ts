import { describe, expect, it } from 'vitest';
import { type ClipboardPage, copyPng, copyText } from '../../src/files/clipboard.ts';

const PNG = new Blob(['png'], { type: 'image/png' });

function pageWith(clipboard: Partial<Clipboard> | null, isSecureContext = true): ClipboardPage {
  return {
    isSecureContext,
    navigator: clipboard ? { clipboard: { write: refuse, writeText: refuse, ...clipboard } } : {},
  };
}

function refuse(): Promise<never> {
  return Promise.reject(new DOMException('denied', 'NotAllowedError'));
}

describe('copying', () => {
  it('hands the text to the clipboard as it is', async () => {
    const copied: string[] = [];
    const page = pageWith({ writeText: async (text) => void copied.push(text) });
    expect(await copyText('line one\nline "two"', page)).toBeNull();
    expect(copied).toEqual(['line one\nline "two"']);
  });

  it('hands over a PNG, also one that is yet to be made', async () => {
    const copied: ClipboardItem[] = [];
    const page = pageWith({ write: async (items) => void copied.push(...items) });
    expect(await copyPng(Promise.resolve(PNG), page)).toBeNull();
    expect(copied[0]?.types).toEqual(['image/png']);
  });

  it('outside a secure context says so, and what to do instead', async () => {
    const page = pageWith(null, false);
    expect((await copyText('x', page))?.what).toContain('secure page');
    expect((await copyPng(PNG, page))?.todo).toContain('Save the crop instead');
  });

  it('a browser that refuses, or cannot, is told apart', async () => {
    expect((await copyText('x', pageWith({})))?.what).toBe('The browser did not allow copying');
    expect((await copyText('x', pageWith(null)))?.what).toContain('does not let pages copy');
  });

  it('a crop that could not be made is told in its own words', async () => {
    const page = pageWith({ write: async (items) => void (await items[0]?.getType('image/png')) });
    const failing = Promise.reject<Blob>(new RangeError('Region 3 is not cut.'));
    expect((await copyPng(failing, page))?.what).toBe('Region 3 is not cut.');
  });
});
