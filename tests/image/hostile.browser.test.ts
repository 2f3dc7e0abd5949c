import { afterAll, describe, expect, it } from 'vitest';
import { ImageRefused } from '../../src/image/image-source.ts';
import { openImage } from '../../src/image/open-image.ts';
import { dispose } from '../../src/workers/run.ts';
import { hostileFiles } from '../fixtures/images/hostile.ts';

const FILES = hostileFiles();

afterAll(dispose);

describe('broken and lying files are refused in words', () => {
  it('there are forty of them or more', () => {
    expect(FILES.length).toBeGreaterThanOrEqual(40);
  });

  it.each(FILES)('$what', async ({ bytes, name, says }) => {
    const refusal = await openImage(new Blob([bytes]), name).then(
      (image) => {
        image.dispose();
        return null;
      },
      (error: unknown) => error,
    );
    expect(refusal).toBeInstanceOf(ImageRefused);
    expect(refusal).toMatchObject({ message: expect.stringMatching(says), todo: expect.stringMatching(/^[A-Z].+\.$/) });
  });
});
