/**
 * Stands in for the public service behind the proxy, on loopback: `node upstream-stub.mjs PORT`.
 * A test first tells it what a task id answers (POST /script {id, answers}), and afterwards what it saw (GET /seen?id=).
 * Each answer is {status, headers, body, delayMs}; the last one repeats.
 */
import { createServer } from 'node:http';

const port = Number(process.argv[2]);
const scripts = new Map();
const seen = new Map();

createServer(async (request, response) => {
  const url = new URL(request.url, `http://127.0.0.1:${port}`);
  if (url.pathname === '/health') return response.end('ok');
  if (url.pathname === '/script') {
    const { id, answers } = JSON.parse(await text(request));
    scripts.set(id, answers);
    seen.set(id, []);
    return response.end();
  }
  const id = url.searchParams.get('id') ?? '';
  if (url.pathname === '/seen') return send(response, { status: 200, body: seen.get(id) ?? [] });

  const requests = seen.get(id) ?? [];
  requests.push({ at: Date.now(), method: request.method, path: url.pathname, headers: request.headers });
  seen.set(id, requests);
  const answers = scripts.get(id) ?? [{ status: 404, body: { title: 'no script for this id' } }];
  const answer = answers[Math.min(requests.length, answers.length) - 1];
  if (answer.delayMs) await new Promise((resolve) => setTimeout(resolve, answer.delayMs));
  if (answer.reset) return request.socket.destroy();
  return send(response, answer);
}).listen(port, '127.0.0.1');

function send(response, { status = 200, headers = {}, body = '' }) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

async function text(request) {
  let all = '';
  for await (const chunk of request) all += chunk;
  return all;
}
