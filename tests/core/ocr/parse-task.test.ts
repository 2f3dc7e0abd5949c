import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTaskFault, parseTask } from '../../../src/core/ocr/parse-task.ts';
import type { TaskAnswer } from '../../../src/core/ocr/task.ts';

const ID = 'a371d027-4b0d-4d86-8825-c8d818dd4ed9';

describe('an answer of the service', () => {
  it('of the documentation is read as it stands', () => {
    const answer = understood({
      id: ID,
      responseStatusCode: 'Ok',
      taskStatus: 'Completed',
      results: [{ type: 'Other', data: 'W1swLCA4LCA2OTcsIDQ0MV1d' }],
      error: null,
    });
    expect(answer).toEqual({
      id: ID,
      status: 'Completed',
      statusWord: 'Completed',
      code: 'Ok',
      results: [{ type: 'Other', data: 'W1swLCA4LCA2OTcsIDQ0MV1d' }],
      messages: [],
      warnings: [],
      problems: [],
    });
  });

  it('may carry its error as an object, a text, a list of texts, or not at all', () => {
    const errors = [
      { messages: ['a'], warnings: ['b'] },
      'a',
      ['a', 'b'],
      null,
      undefined,
      { code: 'x', message: 'a', description: 'b' },
    ];
    expect(
      errors
        .map((error) => understood({ taskStatus: 'Error', error }))
        .map(({ messages, warnings }) => [messages, warnings]),
    ).toEqual([
      [['a'], ['b']],
      [['a'], []],
      [['a', 'b'], []],
      [[], []],
      [[], []],
      [['a', 'b'], []],
    ]);
  });

  it('is understood whatever the case of its names and its status', () => {
    const answer = understood({ Id: ID, TaskStatus: 'notexist', response_status_code: 'TaskNotFound', Results: null });
    expect(answer).toMatchObject({
      id: ID,
      status: 'NotExist',
      statusWord: 'notexist',
      code: 'TaskNotFound',
      results: null,
    });
  });

  it('with a word that no document lists is Unknown, and keeps the word', () => {
    expect(understood({ taskStatus: 'Queued' })).toMatchObject({
      status: 'Unknown',
      statusWord: 'Queued',
      problems: [{ where: 'taskStatus', severity: 'warning' }],
    });
  });

  it('needs no id, and its id may have braces and another case', () => {
    expect(
      [null, undefined, '', ID, `{${ID.toUpperCase()}}`].map((id) =>
        isTaskFault(parseTask({ id, taskStatus: 'Pending' }, ID)),
      ),
    ).toEqual(Array(5).fill(false));
  });

  it('for another task is a fault, unless no certain task was asked for', () => {
    const other = { id: 'b371d027-4b0d-4d86-8825-c8d818dd4ed9', taskStatus: 'Completed', results: [] };
    expect(parseTask(other, ID)).toMatchObject({ fault: 'other-id', problem: { where: 'id' } });
    expect(isTaskFault(parseTask(other, null))).toBe(false);
  });

  it('keeps the number of every entry, the odd ones included', () => {
    const { results, problems } = understood({
      taskStatus: 'Completed',
      results: [
        'QQ==',
        null,
        { type: 'Text', data: null },
        { TYPE: 'Text', DATA: 'Qg==' },
        7,
        { data: [[1, 2, 3, 4]] },
      ],
    });
    expect(results).toEqual([
      { type: null, data: 'QQ==' },
      { type: null, data: null },
      { type: 'Text', data: null },
      { type: 'Text', data: 'Qg==' },
      { type: null, data: null },
      { type: null, data: '[[1,2,3,4]]' },
    ]);
    expect(problems.map(({ where }) => where)).toEqual(['results[0]', 'results[1]', 'results[4]', 'results[5].data']);
  });
});

describe('very many entries', () => {
  it('are read up to a million, and the rest is counted', () => {
    const { results, problems } = understood({
      taskStatus: 'Completed',
      results: Array.from({ length: 1_000_001 }, () => ({ data: 'QQ==' })),
    });
    expect(results).toHaveLength(1_000_000);
    expect(problems.map(({ what }) => what)).toEqual(['has 1,000,001 entries; the first 1,000,000 are read']);
  }, 30_000);

  it('that are odd are told of the first ones, and counted', () => {
    const { problems } = understood({ taskStatus: 'Completed', results: Array(1_000).fill('QQ==') });
    expect(problems).toHaveLength(21);
    expect(problems.at(-1)).toMatchObject({ where: 'results', what: 'has 980 more oddities like these' });
  });
});

describe('anything else', () => {
  it('is a fault that says what came instead', () => {
    const faults = [
      null,
      'Completed',
      [],
      {},
      { title: 'Unauthorized', status: 401 },
      { requestId: 'x', error: { message: 'No.' } },
    ];
    expect(
      faults.map((value) => parseTask(value, ID)).map((parsed) => ('fault' in parsed ? parsed.problem.what : 'answer')),
    ).toEqual([
      'is empty, not an answer of the service',
      'is text, not an answer of the service',
      'is a list, not an answer of the service',
      'has neither `taskStatus` nor `results`',
      'has neither `taskStatus` nor `results`; it says: Unauthorized',
      'has neither `taskStatus` nor `results`; it says: No.',
    ]);
  });

  it('never throws, and an answer has as many entries as came', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withNullPrototype: true, withDate: true }), (value) => {
        parseTask(value, ID);
      }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.anything({ withBigInt: true, withNullPrototype: true })),
        fc.anything(),
        (results, error) => {
          const parsed = parseTask({ taskStatus: 'Completed', results, error }, null);
          // Only what JSON cannot hold may make it a fault.
          const entries = 'fault' in parsed ? parsed.problem.what : parsed.results?.length;
          expect([results.length, 'cannot be read']).toContain(entries);
        },
      ),
    );
    const hostile = new Proxy({}, { ownKeys: () => { throw new Error('no'); } }); // prettier-ignore
    expect(parseTask(hostile, ID)).toMatchObject({ fault: 'not-an-answer' });
  });

  it('keeps a field named __proto__ a field', () => {
    const parsed = parseTask(JSON.parse('{"taskStatus":"Pending","__proto__":{"results":["QQ=="]}}'), null);
    expect(parsed).toMatchObject({ status: 'Pending', results: null });
  });
});

function understood(value: unknown): TaskAnswer {
  const parsed = parseTask(value, ID);
  if (isTaskFault(parsed)) throw new Error(`not an answer: ${parsed.problem.what}`);
  return parsed;
}
