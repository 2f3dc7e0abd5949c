/**
 * Regionscope as a Vite plugin: `vite preview` becomes the person's own local server, `vite` the same with hot reload
 * and without the policy (hot reload needs inline scripts), and the build carries its policy and its config along.
 */
import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import type { Connect, Plugin } from 'vite';
import { createEmulator } from '../emulator/handler.ts';
import { EMULATOR_PATH, PROXY_PATH, configFile, servedConfig, staticConfig } from './config.ts';
import type { Environment, HostConfig } from './config.ts';
import { mountEmulator } from './emulator-mount.ts';
import { cacheControl, headersFile, metaContentSecurityPolicy, pageHeaders } from './headers.ts';
import { answerOnBothLoopbacks, requireFreePort } from './loopback.ts';
import { createProxy } from './proxy.ts';
import { truthFromFiles } from './sample-files.ts';

export function regionscope({ upstream, direct }: Environment): Plugin {
  const built = staticConfig(direct);
  let building = false;

  return {
    name: 'regionscope',
    configResolved(config) {
      building = config.command === 'build';
    },
    transformIndexHtml: {
      order: 'post',
      handler: () =>
        building
          ? [
              {
                tag: 'meta',
                attrs: { 'http-equiv': 'Content-Security-Policy', content: metaContentSecurityPolicy(built.service) },
                // Before any script: a policy binds what comes after it.
                injectTo: 'head-prepend',
              },
            ]
          : [],
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'config.json', source: configFile(built) });
      this.emitFile({ type: 'asset', fileName: '_headers', source: headersFile(built.service) });
    },
    async configureServer(server) {
      if (!server.httpServer) return;
      await requireFreePort(server.config.server.port);
      answerOnBothLoopbacks(server.httpServer);
      offer(server.middlewares, built, upstream, join(server.config.publicDir, 'samples'));
    },
    async configurePreviewServer(server) {
      await requireFreePort(server.config.preview.port);
      answerOnBothLoopbacks(server.httpServer);
      const folder = resolve(server.config.root, server.config.build.outDir);
      // The policy in the built page is that of the build: the header has to be the same.
      const config = configOfBuild(folder) ?? built;
      server.middlewares.use(sendHeaders(config.service, folder));
      offer(server.middlewares, config, upstream, join(folder, 'samples'));
    },
  };
}

function offer(middlewares: Connect.Server, config: HostConfig, upstream: URL, samples: string): void {
  middlewares.use(`/${PROXY_PATH}`, createProxy(upstream));
  const loadTruth = truthFromFiles(samples);
  const emulator = createEmulator({ now: () => Date.now(), newId: () => crypto.randomUUID(), loadTruth });
  middlewares.use(`/${EMULATOR_PATH}`, mountEmulator(emulator));
  middlewares.use('/config.json', (_incoming: IncomingMessage, outgoing: ServerResponse) => {
    outgoing.setHeader('Content-Type', 'application/json; charset=utf-8');
    outgoing.setHeader('Cache-Control', 'no-cache');
    outgoing.end(configFile(servedConfig(config)));
  });
}

/** On every answer, scripts of workers included: their policy is that of their own response. */
function sendHeaders(service: string, folder: string): Connect.NextHandleFunction {
  const headers = Object.entries(pageHeaders(service));
  return (incoming, outgoing, next) => {
    for (const [name, value] of headers) outgoing.setHeader(name, value);
    const [path = '/'] = (incoming.url ?? '/').split('?');
    // A missing asset must not be remembered as missing for a year.
    outgoing.setHeader('Cache-Control', existsSync(join(folder, path)) ? cacheControl(path) : 'no-cache');
    next();
  };
}

function configOfBuild(folder: string): HostConfig | null {
  try {
    const config: unknown = JSON.parse(readFileSync(join(folder, 'config.json'), 'utf8'));
    const service = typeof config === 'object' && config !== null && 'service' in config ? config.service : null;
    return typeof service === 'string' ? staticConfig(service) : null;
  } catch {
    return null;
  }
}
