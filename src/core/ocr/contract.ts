/**
 * The service's contract on paper: Aspose.OCR Cloud v5.0, OpenAPI file of the Java SDK 24.11 and the vendor's documentation.
 * Everything that knows a path, a status word or the origin of the public service reads it here.
 */

export const PUBLIC_SERVICE = 'https://api.aspose.cloud';

export const TASK_KINDS = ['detection', 'recognition'] as const;
export type TaskKind = (typeof TASK_KINDS)[number];
export type EndpointName = 'DetectRegions' | 'RecognizeRegions';

export interface Endpoint {
  readonly name: EndpointName;
  readonly kind: TaskKind;
  /** Path below the origin. GET ?id= fetches, POST submits, DELETE ?id= cancels. Routing ignores case. */
  readonly path: string;
}

export const ENDPOINTS: readonly Endpoint[] = [
  { name: 'DetectRegions', kind: 'detection', path: '/v5.0/ocr/DetectRegions' },
  { name: 'RecognizeRegions', kind: 'recognition', path: '/v5.0/ocr/RecognizeRegions' },
];

/** Words of `taskStatus`. Polling is driven by this word alone. */
export const TASK_STATUSES = ['Pending', 'Processing', 'Completed', 'Error', 'NotExist'] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];

/** Results are deleted this long after submission (documentation of "Fetching image regions"). */
export const RETENTION_HOURS = 24;

/** The endpoint of a path (any prefix before `/v5.0/`, any case), or undefined. */
export function endpointOfPath(path: string): Endpoint | undefined {
  const lower = path.toLowerCase().replace(/\/+$/, '');
  return ENDPOINTS.find((endpoint) => lower.endsWith(endpoint.path.toLowerCase()));
}

export function endpointOfKind(kind: TaskKind): Endpoint {
  return theOne(
    ENDPOINTS.find((endpoint) => endpoint.kind === kind),
    kind,
  );
}

export function endpointNamed(name: EndpointName): Endpoint {
  return theOne(
    ENDPOINTS.find((endpoint) => endpoint.name === name),
    name,
  );
}

/** What is detected with the one is recognised with the other; an id is often pasted on the wrong side. */
export function otherKind(kind: TaskKind): TaskKind {
  return kind === 'detection' ? 'recognition' : 'detection';
}

/** The types admit no other, so this is for whoever gets round them. */
function theOne(found: Endpoint | undefined, wanted: string): Endpoint {
  if (!found) throw new RangeError(`The contract has no endpoint for ${wanted}.`);
  return found;
}

/** Ids are compared without case and braces: the vendor's tests accept `{GUID}` as well as `GUID`. */
export function sameTaskId(a: string, b: string): boolean {
  return bareTaskId(a) === bareTaskId(b);
}

export function bareTaskId(id: string): string {
  return id
    .trim()
    .replace(/^\{|\}$/g, '')
    .toLowerCase();
}
