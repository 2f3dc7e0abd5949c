import { expect, it } from 'vitest';
import { curlCommand, type PollLog, pollLogJson } from '../../../src/core/wire/poll-log.ts';

const JWT = 'eyJhbGciOiJSUzI1NiJ9.eyJleHAiOjE3MDAwMDAwMDB9.c2lnbmF0dXJl';
const LOG: PollLog = {
  endpoint: 'DetectRegions',
  id: 'a371d027-4b0d-4d86-8825-c8d818dd4ed9',
  base: 'https://name:password@api.example.com/ocr?key=abc',
  startedAt: 0,
  attempts: [
    { attempt: 1, at: 0, tookMs: 120.4, status: 200, words: 'Pending (NotReady)' },
    { attempt: 2, at: 1_500, tookMs: 80, status: 401, words: `401: Bearer ${JWT} was refused, access_token=${JWT}` },
  ],
};

it('the command asks for the task and has a variable for the token', () => {
  expect(curlCommand(LOG, 'https://api.aspose.cloud/')).toBe(
    `curl --get 'https://api.aspose.cloud/v5.0/ocr/DetectRegions?id=a371d027-4b0d-4d86-8825-c8d818dd4ed9' --header "Authorization: Bearer $TOKEN" --header 'Accept: application/json'`,
  );
});

it('an id cannot leave the quotes of the command', () => {
  const command = curlCommand({ endpoint: 'DetectRegions', id: `x'; rm -rf "$HOME` }, 'https://api.aspose.cloud');
  expect(command).toContain('?id=x');
  expect(command).not.toContain('; rm');
  expect(command).not.toContain('$HOME');
});

it('the log has the times and answers of all attempts, and no secret', () => {
  const json = pollLogJson(LOG);
  expect(JSON.parse(json)).toMatchObject({
    version: 1,
    endpoint: 'DetectRegions',
    taskId: LOG.id,
    base: 'https://api.example.com/ocr',
    attempts: [
      { attempt: 1, at: '1970-01-01T00:00:00.000Z', tookMs: 120, status: 200, answered: 'Pending (NotReady)' },
      { attempt: 2, at: '1970-01-01T00:00:01.500Z', tookMs: 80, status: 401 },
    ],
  });
  for (const secret of [JWT, 'password', 'key=abc', 'c2lnbmF0dXJl']) expect(json).not.toContain(secret);
});
