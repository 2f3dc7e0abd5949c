/**
 * Where the requests of a task go. Part of every query key: an answer of one connection is never served for another.
 *
 * - `server`: the local server that serves this page, which forwards the paths of the contract to the service;
 * - `direct`: the service itself, which may or may not let browsers in (nothing is documented about CORS);
 * - `sample`: the service in small, played inside the page. It needs no network and no token of the person.
 */
export type ConnectionId = 'server' | 'direct' | 'sample';
