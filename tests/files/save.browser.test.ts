import { afterEach, describe, expect, it, vi } from 'vitest';
import { saveBlob, saveText } from '../../src/files/save.ts';

interface Download {
  readonly name: string;
  readonly address: string;
}

/** Catches the click on the link instead of letting the browser download. */
function nextDownload(act: () => void): Download {
  const found: Download[] = [];
  const onClick = (event: MouseEvent) => {
    if (!(event.target instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    found.push({ name: event.target.download, address: event.target.href });
  };
  document.addEventListener('click', onClick);
  act();
  document.removeEventListener('click', onClick);
  const [first] = found;
  if (!first) throw new Error('nothing was downloaded');
  return first;
}

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('saving', () => {
  it('downloads the bytes under the name, and leaves no link behind', async () => {
    const { name, address } = nextDownload(() => saveBlob(new Blob(['crop']), 'page-region-1.png'));
    expect(name).toBe('page-region-1.png');
    expect(await (await fetch(address)).text()).toBe('crop');
    expect(document.querySelector('a[download]')).toBeNull();
  });

  it('gives the memory back', () => {
    vi.useFakeTimers();
    const revoke = vi.spyOn(URL, 'revokeObjectURL');
    const { address } = nextDownload(() => saveBlob(new Blob(['crop']), 'a.png'));
    vi.runAllTimers();
    expect(revoke).toHaveBeenCalledWith(address);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('saves a text as UTF-8', async () => {
    const { address } = nextDownload(() => saveText('Größe', 'a.csv', 'text/csv'));
    const answer = await fetch(address);
    expect(answer.headers.get('content-type')).toBe('text/csv;charset=utf-8');
    expect(await answer.text()).toBe('Größe');
  });
});
