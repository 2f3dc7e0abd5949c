/**
 * The service's contract on paper: Aspose.OCR Cloud v5.0, OpenAPI file of the Java SDK 24.11 and the vendor's documentation.
 * Everything that knows a path, a status word or the origin of the public service reads it here.
 */

export const PUBLIC_SERVICE = 'https://api.aspose.cloud';

export const TASK_KINDS = ['detection', 'recognition'] as const;
export type TaskKind = (typeof TASK_KINDS)[number];
/** One of the service's tasks with the common answer: GET ?id= fetches, POST submits, DELETE ?id= cancels. */
export interface Endpoint<Name extends string = EndpointName> {
  readonly name: Name;
  readonly kind: TaskKind;
  /** Path below the origin. Routing ignores case. */
  readonly path: string;
  /** What it reads, as a choice in a list of its kind. */
  readonly label: string;
}

/**
 * The tasks that this product reads. The first of a kind is the usual one; the rest stand in the order in which an id that
 * one of them does not know is worth trying at the next. A row here is all that client, proxy, emulator, address and page need.
 */
export const ENDPOINTS = [
  endpoint('DetectRegions', 'detection', 'Regions'),
  endpoint('RecognizeRegions', 'recognition', 'Regions'),
  endpoint('RecognizeImage', 'recognition', 'Image'),
  endpoint('RecognizePdf', 'recognition', 'PDF'),
  endpoint('RecognizeTable', 'recognition', 'Table'),
  endpoint('RecognizeReceipt', 'recognition', 'Receipt'),
  endpoint('RecognizeLabel', 'recognition', 'Label'),
] as const;
export type EndpointName = (typeof ENDPOINTS)[number]['name'];

function endpoint<const Name extends string>(name: Name, kind: TaskKind, label: string): Endpoint<Name> {
  return { name, kind, path: `/v5.0/ocr/${name}`, label };
}

/** Words of `taskStatus`. Polling is driven by this word alone. */
export const TASK_STATUSES = ['Pending', 'Processing', 'Completed', 'Error', 'NotExist'] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];

/** Results are deleted this long after submission (documentation of "Fetching image regions"). */
export const RETENTION_HOURS = 24;

/** `/v5/<Name>` is an alias of older SDKs (Python, generated code). */
const PATH = /(?:^|\/)v5(?:\.\d{1,3})?\/(?:ocr\/)?([a-z]{1,40})$/i;

/** The endpoint of a path (any prefix before `/v5.0/`, any case), or undefined. */
export function endpointOfPath(path: string): Endpoint | undefined {
  return endpointCalled(PATH.exec(path.replace(/\/+$/, ''))?.[1] ?? '');
}

/** By its name in any case, as it comes from outside; undefined when it is none of these. */
export function endpointCalled(name: string): Endpoint | undefined {
  const lower = name.toLowerCase();
  return ENDPOINTS.find((one) => one.name.toLowerCase() === lower);
}

export function endpointsOfKind(kind: TaskKind): readonly Endpoint[] {
  return ENDPOINTS.filter((one) => one.kind === kind);
}

/** The usual one of its kind. */
export function endpointOfKind(kind: TaskKind): Endpoint {
  return theOne(endpointsOfKind(kind)[0], kind);
}

export function endpointNamed(name: EndpointName): Endpoint {
  return theOne(endpointCalled(name), name);
}

/** Where an id that `name` does not know is tried next. Whoever goes on comes round all of them. */
export function endpointAfter(name: EndpointName): Endpoint {
  const at = ENDPOINTS.findIndex((one) => one.name === name);
  return ENDPOINTS[at + 1] ?? ENDPOINTS[0];
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
