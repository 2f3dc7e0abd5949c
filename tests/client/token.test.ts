import fc from 'fast-check';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createTokenHolder } from '../../src/client/token.ts';
import { tokenExpiry } from '../../src/client/token-expiry.ts';

const TOKEN = 'eyJhbGciOiJSUzI1NiJ9.eyJleHAiOjE3NjcyMjU2MDB9.c2ln-bmF0dXJl_A';

describe('the life of a token', () => {
  it('is read from exp', () => {
    expect(tokenExpiry(TOKEN)).toBe(Date.UTC(2026, 0, 1));
  });

  it('is unknown for anything else, and nothing throws', () => {
    expect(
      [
        '',
        'abc',
        'a.b.c',
        'a.%%%.c',
        payload('{}'),
        payload('null'),
        payload('{"exp":"soon"}'),
        payload('{"exp":1e999}'),
      ].map(tokenExpiry),
    ).toEqual(Array(8).fill(null));
    fc.assert(fc.property(fc.string(), (text) => void tokenExpiry(`a.${text}.b`)));
  });
});

describe('a token holder', () => {
  it('gives nothing away when it is printed or serialised', () => {
    const holder = createTokenHolder();
    holder.set('canary');
    expect(
      inspect(holder, { depth: 9, showHidden: true }) +
        JSON.stringify(holder) +
        Object.values(holder).join() +
        inspect(holder.snapshot()),
    ).not.toContain('canary');
  });

  it('never gives out a token again that was refused, not even when it is given again', () => {
    const holder = createTokenHolder();
    holder.set('a');
    holder.refuse(holder.snapshot().generation);
    expect([holder.get(), holder.snapshot().standing]).toEqual([null, 'refused']);
    holder.set('b');
    expect(holder.get()?.value).toBe('b');
    holder.set('a');
    expect([holder.get(), holder.snapshot().standing]).toEqual([null, 'refused']);
    holder.clear();
    expect(holder.snapshot().standing).toBe('none');
  });

  it('tells of every change once, with the same snapshot in between', () => {
    const holder = createTokenHolder();
    const heard: number[] = [];
    const stop = holder.subscribe(() => heard.push(holder.snapshot().generation));
    holder.set(TOKEN);
    holder.set(TOKEN);
    expect(holder.snapshot()).toBe(holder.snapshot());
    expect(holder.snapshot().expiresAt).toBe(Date.UTC(2026, 0, 1));
    holder.refuse(0);
    holder.refuse(1);
    holder.refuse(1);
    stop();
    holder.clear();
    expect(heard).toEqual([1, 2]);
  });
});

function payload(claims: string): string {
  return `x.${btoa(claims)}.y`;
}
