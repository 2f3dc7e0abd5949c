import { describe, expect, it } from 'vitest';
import { fakeTime, open, pass } from './task-page.ts';
import { answerOf, DETECTED } from './world.ts';

fakeTime();

describe('429', () => {
  it('holds every task of the origin until the service lets them, and none of another', async () => {
    const page = open({
      answer: ({ url, n }) =>
        url.searchParams.get('id') === 'a' && n === 2
          ? new Response(null, { status: 429, headers: { 'Retry-After': '30' } })
          : answerOf('Pending'),
    });
    page.mount('a');
    page.mount('b');
    page.mount('d', 'direct');
    await pass(40_000);
    expect(page.world.askedAt('a')).toEqual([0, 1_000, 31_000, 33_250, 36_625]);
    expect(page.world.askedAt('b').filter((at) => at > 1_000 && at < 31_000)).toEqual([]);
    expect(page.world.askedAt('d')).toEqual([0, 1_000, 2_500, 4_750, 8_125, 13_188, 20_782, 32_173]);
  });
});

describe('every fault', () => {
  it.each<[string, () => Response | Promise<Response>]>([
    ['429', () => new Response(null, { status: 429 })],
    ['503', () => new Response(null, { status: 503 })],
    ['500', () => new Response(null, { status: 500 })],
    ['no CORS', () => Promise.reject(new TypeError('Failed to fetch'))],
    [
      'reset',
      () => new Response(new ReadableStream({ start: (controller) => controller.error(new TypeError('reset')) })),
    ],
    ['hang', () => new Promise<Response>(() => undefined)],
    [
      'slow body',
      () => new Response(new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array([123])) })),
    ],
    ['cut JSON', () => new Response('{"taskStatus":"Comp')],
    ['HTML 200', () => new Response('<html>')],
    ['HTML 502', () => new Response('<html>', { status: 502 })],
    ['redirect', () => new Response(null, { status: 302 })],
    ['204', () => new Response(null, { status: 204 })],
    ['other id', () => answerOf('Completed', { id: 'other', ...DETECTED })],
    ['a mistake of ours', () => Promise.reject(new Error('bug'))],
  ])('%s: recovers', async (_, fault) => {
    const page = open({ answer: ({ n }) => (n === 1 ? fault() : answerOf('Completed', DETECTED)) });
    page.mount();
    await pass(120_000);
    expect(page.state()?.stage).toMatchObject({ kind: 'completed', data: true });
    expect(page.state()?.requestsSent).toBe(2);
  });
});
