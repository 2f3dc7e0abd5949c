import { describe, expect, it } from 'vitest';
import { brings, take, type Transfer } from '../../src/files/take.ts';

function transfer(files: readonly (File | 'folder')[], text = ''): Transfer {
  return {
    items: files.map((file) => ({
      kind: 'file',
      getAsFile: () => (file === 'folder' ? null : file),
      webkitGetAsEntry: () => ({ isDirectory: file === 'folder' }),
    })),
    files: files.filter((file) => file !== 'folder'),
    getData: (format) => (format === 'text/plain' ? text : ''),
  };
}

const PNG = new File(['x'], 'scan.png', { type: 'image/png' });
const JSON_FILE = new File(['{}'], 'answer.json', { type: 'application/json' });
const UNTYPED = new File(['x'], 'page.TIF');

describe('what was dropped or pasted', () => {
  it('images come first, in the order given', () => {
    expect(take(transfer([JSON_FILE, UNTYPED, PNG])).files).toEqual([UNTYPED, PNG, JSON_FILE]);
  });

  it('text comes as it is', () => {
    expect(take(transfer([], ' curl "https://…" \n'))).toEqual({
      files: [],
      text: ' curl "https://…" \n',
      problems: [],
    });
  });

  it('a folder is not opened, and that is said', () => {
    const { files, problems } = take(transfer(['folder', PNG]));
    expect(files).toEqual([PNG]);
    expect(problems[0]).toMatchObject({ what: 'a folder was dropped, and folders are not opened' });
    expect(problems[0]?.todo).toContain('drop the image itself');
  });

  it('files that a browser lists without items are taken too', () => {
    expect(take({ items: [], files: [PNG], getData: () => '' }).files).toEqual([PNG]);
  });

  it('nothing is nothing', () => {
    expect(take(null)).toEqual({ files: [], text: null, problems: [] });
    expect([brings({ types: ['Files'] }), brings({ types: ['text/html'] }), brings(null)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
