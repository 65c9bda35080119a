import { resolve } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Settings } from '../../config/settings.js';
import { AssetFolder, type Asset } from './asset-folder.js';
import { MISSING_PAGE } from './missing-page.js';

type Wildcard = { Params: { '*': string } };

/**
 * The two web applications: the workbench at `/{tenant}/…` with its files at `/assets/…`, the designer at
 * `/designer/{tenant}/…` with its files at `/designer/assets/…`. Every other address below them is answered with the
 * application's one page, which finds its way in the browser.
 */
export function serveWebApps(app: NestFastifyApplication, settings: Settings): void {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const built = (name: string): AssetFolder => new AssetFolder(resolve(settings.HOME_DIR, 'dist', 'web', name));
  const [workbench, designer] = [built('workbench'), built('designer')];
  fastify.get('/', (_, reply) => reply.redirect(`/${settings.DEFAULT_TENANT}/`));
  fastify.get('/designer', (_, reply) => reply.redirect(`/designer/${settings.DEFAULT_TENANT}/`));
  fastify.get<Wildcard>('/designer/*', (request, reply) => answer(request, reply, designer, request.params['*']));
  fastify.get<Wildcard>('/assets/*', (request, reply) =>
    answer(request, reply, workbench, `assets/${request.params['*']}`),
  );
  fastify.get<{ Params: { name: string } }>('/:name', (request, reply) =>
    // a file of the workbench itself (favicon.svg), else the entrance of a city
    request.params.name.includes('.')
      ? answer(request, reply, workbench, request.params.name)
      : reply.redirect(`/${encodeURIComponent(request.params.name)}/`),
  );
  fastify.get<{ Params: { tenant: string; '*': string } }>('/:tenant/*', (request, reply) =>
    request.params.tenant === 'api' ? reply.callNotFound() : answer(request, reply, workbench, request.params['*']),
  );
}

/** Vite writes a hash into the names in this folder: what they hold never changes. */
const HASHED = /^assets\//;
/** Addresses that can only mean a file. A page in place of a missing script breaks in ways that nobody understands. */
const FILE = /^assets\/|\.(js|css|map|svg|png|jpg|ico|webp|woff2?|ttf)$/;

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  folder: AssetFolder,
  path: string,
): Promise<FastifyReply> {
  const file = FILE.test(path) ? await folder.find(path) : null;
  if (file) return send(request, reply, file, HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (FILE.test(path)) {
    reply.callNotFound();
    return reply;
  }
  const page = await folder.find('index.html');
  if (page) return send(request, reply, page, 'no-cache');
  return reply.status(503).type('text/html; charset=utf-8').send(MISSING_PAGE);
}

function send(request: FastifyRequest, reply: FastifyReply, asset: Asset, caching: string): FastifyReply {
  void reply.header('Cache-Control', caching).header('ETag', asset.etag).header('Vary', 'Accept-Encoding');
  if (request.headers['if-none-match']?.includes(asset.etag)) return reply.status(304).send();
  const zipped = asset.gzipped !== null && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  if (zipped) void reply.header('Content-Encoding', 'gzip');
  return reply.type(asset.mediaType).send(zipped ? asset.gzipped : asset.body);
}
