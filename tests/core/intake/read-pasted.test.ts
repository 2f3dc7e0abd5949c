import { isListed } from '../../../src/core/ocr/task.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENDPOINTS } from '../../../src/core/ocr/contract.ts';
import { decodeAnswer } from '../../../src/core/decode/index.ts';
import { encodePayload } from '../../../src/core/decode/payload.ts';
import { receivedRect } from '../../../src/core/inspection/region-table.ts';
import type { Found, KnownIds } from '../../../src/core/intake/intake.ts';
import { LARGEST_PASTE, readPasted } from '../../../src/core/intake/read-pasted.ts';
import { cpuSeconds } from '../../support/cpu-time.ts';
import { QUOTINGS } from './quotings.ts';

const ID = 'a371d027-4b0d-4d86-8825-c8d818dd4ed9';
const OTHER_ID = '2ce30237-86da-41ef-88e9-84f0b7acffc0';
const JWT = 'eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.eyJleHAiOjF9.VhKdGWxrJHdPr-OiTRL6-A';
const DETECTION = {
  id: ID,
  responseStatusCode: 'Ok',
  taskStatus: 'Completed',
  results: [{ type: 'Other', data: 'W1swLCA4LCA2OTcsIDQ0MV1d' }],
  error: null,
};
const RECOGNITION = {
  id: OTHER_ID,
  taskStatus: 'Completed',
  responseStatusCode: 'Ok',
  results: [
    { type: 'Text', data: 'QWxsIG1lbiBsaXZlIGVudmVsb3BlZCBpbiB3aGFsZS1saW5lcy4=' },
    { type: 'Text', data: 'VGhlIHdoaXRlIHdoYWxlIHN3YW0gYmVmb3JlIGhpbS4=' },
  ],
  error: null,
};
const PNG = Buffer.from('\x89PNG\r\n\x1a\n....', 'latin1');
const BODY = {
  image: PNG.toString('base64'),
  settings: {
    language: 'English',
    regions: [{ rect: { topLeftX: 0, topLeftY: 0, bottomRightX: 300, bottomRightY: 100 }, order: 0 }],
  },
};

function found(text: string, known?: KnownIds): Found {
  const intake = readPasted(text, known);
  if (intake.kind === 'unknown') throw new Error(`${intake.problem.what} ${intake.problem.todo}`);
  return intake;
}
const refusal = (text: string) => {
  const intake = readPasted(text);
  return intake.kind === 'unknown' ? `${intake.problem.what}. ${intake.problem.todo}` : 'found something';
};
/** What the page would show of the pasted answers. */
const shown = ({ answers }: Found) =>
  answers.map(({ task, kind }) => {
    const { regions, texts } = decodeAnswer(isListed(task) ? task.results : null, kind ?? 'recognition');
    const rects =
      regions && Array.from({ length: regions.count }, (_, row) => Object.values(receivedRect(regions, row)));
    return { kind, ...(rects ? { rects } : {}), ...(texts ? { texts } : {}) };
  });
const RECTS = [{ kind: 'detection', rects: [[0, 8, 697, 441]] }];
const TEXTS = [
  { kind: 'recognition', texts: ['All men live enveloped in whale-lines.', 'The white whale swam before him.'] },
];

describe('a pasted command', () => {
  it("gives id, kind and token of the documentation's own, and says that its token is shortened", () => {
    const { tasks, token, problems } = found(
      `curl --request GET --location 'https://api.aspose.cloud/v5.0/ocr/DetectRegions?id=${ID}' \\
--header 'Accept: text/plain' \\
--header 'Content-Type: application/json' \\
--header 'Authorization: Bearer eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9...VhKdGWxrJHdPr-OiTRL6-A' \\
`,
    );
    expect(tasks).toEqual([{ id: ID, kind: 'detection', endpoint: 'DetectRegions' }]);
    expect(token?.value).toBe('eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9...VhKdGWxrJHdPr-OiTRL6-A');
    expect(problems.map(({ what }) => what)).toEqual(['is cut: “...” stands for a part that was left out']);
  });

  it("says that the tutorial's YOUR_TASK_ID and YOUR_ACCESS_TOKEN are placeholders", () => {
    const command = `curl --request GET --location 'https://api.aspose.cloud/v5.0/ocr/RecognizeRegions?id=YOUR_TASK_ID' \\\n--header 'Authorization: Bearer YOUR_ACCESS_TOKEN'`;
    expect(refusal(command)).toContain('is a placeholder (YOUR_TASK_ID)');
    const withId = found(command.replace('YOUR_TASK_ID', ID));
    expect(withId).toMatchObject({ tasks: [{ id: ID, kind: 'recognition' }], token: null });
    expect(withId.problems[0]?.what).toContain('is a placeholder (YOUR_ACCESS_TOKEN)');
  });

  const guid = fc.uuid();
  const jwt = fc.stringMatching(/^eyJ[\w-]{8,30}\.[\w-]{8,30}\.[\w-]{8,30}$/);
  const endpoint = fc.constantFrom(...ENDPOINTS).chain(({ name, kind }) =>
    fc.record({
      path: fc.constantFrom(`v5.0/ocr/${name}`, `v5/${name}`, `V5.0/OCR/${name.toLowerCase()}`, `v5.1/ocr/${name}`),
      task: fc.constant({ kind, endpoint: name }),
    }),
  );

  it.each(QUOTINGS)(
    'gives back the id and the token that went in: $name',
    ({ quote, goesOn }) => {
      const spelling = fc.record({
        oneLine: fc.boolean(),
        header: fc.constantFrom('-H', '--header'),
        name: fc.constantFrom('Authorization: Bearer', 'authorization: bearer', 'Authorization:  Bearer'),
        key: fc.constantFrom('id', 'ID', 'Id'),
        tokenFirst: fc.boolean(),
        prompt: fc.constantFrom('', '$ ', '> '),
      });
      fc.assert(
        fc.property(
          guid,
          jwt,
          endpoint,
          spelling,
          (id, token, { path, task }, { oneLine, header, name, key, tokenFirst, prompt }) => {
            const address = quote(`https://api.aspose.cloud/${path}?${key}=${id}`);
            const authorization = `${header} ${quote(`${name} ${token}`)}`;
            const rest = tokenFirst
              ? [authorization, address]
              : [address, `${header} ${quote('Accept: text/plain')}`, authorization];
            const command = [`${prompt}curl`, ...rest].join(oneLine ? ' ' : goesOn);
            const intake = readPasted(command);
            expect(intake).toMatchObject({ kind: 'found', tasks: [{ id, ...task }], token: { value: token } });
          },
        ),
        { numRuns: 1_000 },
      );
    },
    60_000,
  );

  it.each(QUOTINGS)('gives the regions and the image of a POST: $name', ({ quote, goesOn }) => {
    const body = JSON.stringify({ ...BODY, note: 'it\'s "so" $HOME' });
    const command = [
      'curl -X POST',
      quote('https://api.aspose.cloud/v5.0/ocr/RecognizeRegions'),
      `--data-raw ${quote(body)}`,
    ].join(goesOn);
    const { request, image } = found(command);
    expect(request && receivedRect(request.table, 0)).toEqual({ x1: 0, y1: 0, x2: 300, y2: 100 });
    expect(image && Buffer.from(image.bytes)).toEqual(PNG);
    expect(image?.file?.type).toBe('png');
  });

  it('may be several: each task is found', () => {
    const one = `curl -H 'Authorization: Bearer ${JWT}' 'https://h/v5.0/ocr/DetectRegions?id=${ID}'`;
    const { tasks, token } = found(`${one}\ncurl "https://h/v5.0/ocr/RecognizeRegions?id=${OTHER_ID}"`);
    expect(tasks).toEqual([
      { id: ID, kind: 'detection', endpoint: 'DetectRegions' },
      { id: OTHER_ID, kind: 'recognition', endpoint: 'RecognizeRegions' },
    ]);
    expect(token?.value).toBe(JWT);
  });

  it.each([
    [
      'PowerShell',
      `$h = @{ "Authorization" = "Bearer ${JWT}" }\nInvoke-RestMethod -Uri "https://h/v5.0/ocr/DetectRegions?id=${ID}" -Headers $h`,
    ],
    [
      'PowerShell as Chrome copies it',
      `Invoke-WebRequest -UseBasicParsing -Uri "https://h/v5.0/ocr/DetectRegions?id=${ID}" \`\n-Headers @{\n"Authorization"="Bearer ${JWT}"\n}`,
    ],
    [
      'fetch',
      `fetch("https://h/v5.0/ocr/DetectRegions?id=${ID}", {\n "headers": { "authorization": "Bearer ${JWT}" },\n "body": null });`,
    ],
    ['curl with -G', `curl -G https://h/v5.0/ocr/DetectRegions --data-urlencode "id=${ID}" --oauth2-bearer ${JWT}`],
    ['a raw request', `GET /v5.0/ocr/DetectRegions?id=${ID} HTTP/1.1\nHost: h\nAuthorization: Bearer ${JWT}\n`],
    [
      'Python',
      `r = requests.get("https://h/v5.0/ocr/DetectRegions?id=${ID}", headers={"Authorization": "Bearer ${JWT}"})`,
    ],
  ])('in other words: %s', (_name, text) => {
    expect(found(text)).toMatchObject({ tasks: [{ id: ID, kind: 'detection' }], token: { value: JWT } });
  });

  it('that asks for a token is not read for its secret, but told about', () => {
    const command =
      'curl -X POST "https://api.aspose.cloud/connect/token" -d "grant_type=client_credentials&client_id=a&client_secret=SECRET"';
    expect(refusal(command)).toContain('paste the answer, or its access_token');
    expect(JSON.stringify(readPasted(command))).not.toContain('SECRET');
  });

  it('whose body stands in a file says so', () => {
    expect(refusal('curl -X POST https://h/v5.0/ocr/RecognizeRegions -d @body.json')).toContain(
      'stands in the file body.json',
    );
  });
});

describe('a pasted address, id or token', () => {
  it.each([
    [
      `https://api.aspose.cloud/v5.0/ocr/DetectRegions?id=${ID}`,
      { id: ID, kind: 'detection', endpoint: 'DetectRegions' },
    ],
    [
      `http://localhost:4173/api/V5.0/OCR/recognizeregions/?x=1&ID=%7B${ID}%7D`,
      { id: `{${ID}}`, kind: 'recognition', endpoint: 'RecognizeRegions' },
    ],
    [`https://h/v5.0/ocr/Utilities/GetTaskStatus?id=${ID}`, { id: ID, kind: null, endpoint: null }],
    [ID, { id: ID, kind: null, endpoint: null }],
    [`{${ID}}`, { id: `{${ID}}`, kind: null, endpoint: null }],
    [`"${ID}"`, { id: ID, kind: null, endpoint: null }],
    [
      'TTS01232-9d40-4f2d-8eda-f1fc0b12bce6',
      { id: 'TTS01232-9d40-4f2d-8eda-f1fc0b12bce6', kind: null, endpoint: null },
    ],
    ['db03b9ea-3eed-4954-a1d4-b2712773bbe', { id: 'db03b9ea-3eed-4954-a1d4-b2712773bbe', kind: null, endpoint: null }],
    [`Recognition task: ${ID}`, { id: ID, kind: 'recognition', endpoint: null }],
    [`RecognizeImage:\n${ID}`, { id: ID, kind: 'recognition', endpoint: 'RecognizeImage' }],
    [
      `https://regionscope.example/app/#detect=${ID}&region=3`,
      { id: ID, kind: 'detection', endpoint: 'DetectRegions' },
    ],
    [
      `https://regionscope.example/app/#recognize=${ID}&as=RecognizePdf`,
      { id: ID, kind: 'recognition', endpoint: 'RecognizePdf' },
    ],
  ])('%s', (text, task) => {
    expect(found(text).tasks).toEqual([task]);
  });

  it('takes the two ids of a mail to their kinds', () => {
    expect(found(`Detection:\n${ID}\n\nRecognition:\n${OTHER_ID}`).tasks).toEqual([
      { id: ID, kind: 'detection', endpoint: null },
      { id: OTHER_ID, kind: 'recognition', endpoint: null },
    ]);
  });

  const spellings = ENDPOINTS.flatMap(({ name, kind }) =>
    [`/v5.0/ocr/${name}`, `/v5.0/OCR/${name.toUpperCase()}/`, `/v5/${name}`, `/v5/ocr/${name.toLowerCase()}`].map(
      (path) => ({ path, task: { id: ID, kind, endpoint: name } }),
    ),
  );

  it.each(spellings)('chooses the endpoint by the path $path, alone and among words', ({ path, task }) => {
    const address = `https://api.aspose.cloud${path}?id=${ID}`;
    expect(found(address)).toMatchObject({ tasks: [task], problems: [] });
    expect(found(`log 12:00 GET ${address} answered 200`)).toMatchObject({ tasks: [task], problems: [] });
  });

  it.each(['DeskewImage', 'RecognizeImages', 'XRecognizeImage'])('says when an id belongs elsewhere: %s', (name) => {
    const { tasks, problems } = found(`https://h/v5.0/ocr/${name}?id=${ID}`);
    expect(tasks).toEqual([{ id: ID, kind: null, endpoint: null }]);
    expect(problems[0]?.what).toBe(`belongs to ${name}, whose answers are not read here`);
  });

  it.each([
    JWT,
    `Bearer ${JWT}`,
    `Authorization: Bearer ${JWT}`,
    `"${JWT}"`,
    `  bearer   ${JWT}\n`,
    `${JWT.slice(0, 30)}\n${JWT.slice(30)}`,
  ])('finds the token in %j', (text) => {
    expect(found(text)).toMatchObject({ token: { value: JWT }, tasks: [], answers: [] });
  });

  it('finds the token in the answer of connect/token, with its life', () => {
    const json = JSON.stringify({ access_token: JWT, expires_in: 3600, token_type: 'Bearer' });
    expect(found(json).token).toEqual({ value: JWT, expiresInSeconds: 3600 });
    expect(refusal('{"error":"invalid_client"}')).not.toContain('found');
  });
});

describe('a pasted answer', () => {
  it.each([
    ['of a detection', JSON.stringify(DETECTION), RECTS],
    ['of a recognition', JSON.stringify(RECOGNITION, null, 2), TEXTS],
    ['both, as a list', JSON.stringify([DETECTION, RECOGNITION]), [...RECTS, ...TEXTS]],
    [
      'both, one behind the other',
      `${JSON.stringify(DETECTION)}\n\n${JSON.stringify(RECOGNITION)}`,
      [...RECTS, ...TEXTS],
    ],
    ['in a code block', `\`\`\`json\n${JSON.stringify(DETECTION)}\n\`\`\``, RECTS],
    ['with a byte order mark', `\uFEFF${JSON.stringify(DETECTION)}`, RECTS],
    ['its results alone', JSON.stringify(RECOGNITION.results), TEXTS],
    ['one entry alone', JSON.stringify(DETECTION.results[0]), RECTS],
    [
      'in PascalCase',
      '{"Id":"x","TaskStatus":"Completed","Results":[{"Type":"Other","Data":"W1swLCA4LCA2OTcsIDQ0MV1d"}]}',
      RECTS,
    ],
    ['the Base64 of the documentation', 'W1swLCA4LCA2OTcsIDQ0MV1d', RECTS],
    ['Base64 in quotes', '"W1swLCA4LCA2OTcsIDQ0MV1d"', RECTS],
    ['Base64 in lines', 'W1swLCA4LCA2\nOTcsIDQ0MV1d', RECTS],
    ['a decoded list', '[[0, 8, 697, 441]]', RECTS],
    ['one decoded rectangle', '[0, 8, 697, 441]', RECTS],
    ['Base64 of a whole answer', encodePayload(JSON.stringify(DETECTION)), RECTS],
    ['Base64 of two texts', RECOGNITION.results.map(({ data }) => data).join('\n'), TEXTS],
    ['a list of texts', JSON.stringify(TEXTS[0]?.texts), TEXTS],
    ['a list of Base64 texts', JSON.stringify(RECOGNITION.results.map(({ data }) => data)), TEXTS],
    ['an empty list', '[]', [{ kind: 'detection', rects: [] }]],
  ])('%s', (_name, text, expected) => {
    expect(shown(found(text))).toEqual(expected);
  });

  it('keeps the bytes as they were pasted', () => {
    const both = `${JSON.stringify(DETECTION, null, 1)}\n${JSON.stringify(RECOGNITION)}`;
    const raws = found(both).answers.map(({ raw }) => new TextDecoder().decode(raw));
    expect(raws).toEqual([JSON.stringify(DETECTION, null, 1), JSON.stringify(RECOGNITION)]);
    expect(new TextDecoder().decode(found('W1swLCA4LCA2OTcsIDQ0MV1d').answers[0]?.raw)).toBe(
      'W1swLCA4LCA2OTcsIDQ0MV1d',
    );
  });

  it('goes to the task whose id it has when its content does not tell', () => {
    const pending = JSON.stringify({ id: ID.toUpperCase(), taskStatus: 'Pending', results: null });
    expect(found(pending).answers[0]?.kind).toBeNull();
    expect(found(pending, { recognition: `{${ID}}` }).answers[0]?.kind).toBe('recognition');
    expect(found(JSON.stringify(DETECTION), { recognition: ID }).answers[0]?.kind).toBe('detection');
  });
});

describe('a pasted request', () => {
  it.each([
    ['the whole body', JSON.stringify(BODY)],
    ['its settings', JSON.stringify(BODY.settings)],
    ['its regions', JSON.stringify(BODY.settings.regions)],
    ['one region', JSON.stringify(BODY.settings.regions[0])],
    ['PascalCase, without order', '[{"Rect":{"TopLeftX":0,"TopLeftY":0,"BottomRightX":300,"BottomRightY":100}}]'],
  ])('%s', (_name, text) => {
    const { request, answers } = found(text);
    expect(request && receivedRect(request.table, 0)).toEqual({ x1: 0, y1: 0, x2: 300, y2: 100 });
    expect(answers).toEqual([]);
  });

  it('brings its order, and its image as a source image', () => {
    const { request, image } = found(JSON.stringify(BODY));
    expect(request?.order).toEqual([0]);
    expect(image).toEqual({ bytes: Uint8Array.from(PNG), file: expect.objectContaining({ type: 'png', image: true }) });
  });
});

describe('a pasted image', () => {
  it.each([
    ['data address', `data:image/png;base64,${PNG.toString('base64')}`],
    ['plain Base64', PNG.toString('base64')],
  ])('as %s', (_name, text) => {
    expect(found(text).image?.file?.type).toBe('png');
  });
});

describe('anything else', () => {
  it.each([
    'Call me Ishmael. Some years ago...',
    'hello',
    '12',
    'true',
    '{}',
    '{"a": 1}',
    '   ',
    'https://example.org/',
    'curl',
    '[{"a":1}]',
  ])('%j is told to be unknown, with what could be pasted', (text) => {
    expect(refusal(text)).toContain('a task ID or a token');
  });

  it('says where JSON breaks', () => {
    expect(refusal('{"id": "a",\n "taskStatus" "x"}')).toContain('line 2, column 15');
  });

  it('passes on what an error of the service says', () => {
    expect(refusal('{"title": "Unauthorized", "status": 401}')).toContain('Unauthorized');
  });

  it('of a hundred thousand pieces comes to an end', () => {
    const many = 100_000;
    expect(refusal('{}'.repeat(many))).toContain('is not JSON');
    expect(refusal(`curl ${'-d x '.repeat(4_000)}`)).toContain('is not JSON');
    expect(found('Bearer abc '.repeat(many)).token?.value).toBe('abc');
    expect(found(`${JSON.stringify(DETECTION)}\n`.repeat(50)).answers).toHaveLength(50);
  }, 60_000);

  it.each([
    ['words of a command', `curl ${'a '.repeat(10_001)}`, 'more words or quotes than a command'],
    ['quotes of a command', `curl ${`''`.repeat(500_001)}`, 'more words or quotes than a command'],
    ['lists', `[${'[],'.repeat(1_100_001)}[]]`, 'more than 1,100,000 lists and objects'],
    ['values', `[${'1,'.repeat(6_000_001)}1]`, 'more than 6,000,000 values'],
    ['texts', `[${'"a",'.repeat(200_001)}"a"]`, 'more than 200,000 texts'],
  ])('is refused for too many %s', (_what, text, why) => {
    expect(refusal(text)).toContain(why);
  });

  it.each([
    ['backslashes in a command', `curl ${'\\ '.repeat(10_000_000)}`],
    ['backslashes in quotes', `curl "${'\\'.repeat(20_000_000)}`],
    ['bare words', 'word '.repeat(4_000_000)],
    ['padded Base64', 'abcd= '.repeat(3_300_000)],
    ['a command of words', `curl ${'a '.repeat(10_000_000)}`],
    ['a cut list of two million rectangles', `[${'[1,2,3,4],'.repeat(2_000_000)}`],
    ['objects', `[${'{},'.repeat(6_600_000)}{}]`],
    ['texts', `[${'"a",'.repeat(5_000_000)}"a"]`],
  ])('of twenty million characters is done within a second: %s', (_what, text) => {
    // Three times what the promise allows: the collector's threads count, too.
    expect(cpuSeconds(() => expect(readPasted(text).kind).toBe('unknown'))).toBeLessThan(3);
  });

  it('is refused above 64 MiB', () => {
    expect(refusal(' '.repeat(LARGEST_PASTE + 1))).toContain('larger than 64 MiB');
  });

  it('never throws', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.base64String(),
      fc.constantFrom(
        'curl ',
        'Bearer ',
        "'",
        '"',
        '\\\n',
        '^\n',
        '`\n',
        '?id=',
        '/v5.0/ocr/DetectRegions',
        '-d ',
        '@{',
        '{"results":',
        '{"regions":[',
        '"rect":{',
        'data:image/png;base64,',
        ID,
        JWT,
        '#detect=',
        '%E0%',
        '\ud800',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.constantFrom('', ' ', ','), (pieces, between) => {
        const intake = readPasted(pieces.join(between));
        const caught = intake.kind === 'unknown' && intake.problem.what.includes('more than this browser can read');
        expect(caught).toBe(false);
      }),
      { numRuns: 10_000 },
    );
  }, 60_000);
});
