import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** What a built web application consists of; anything else is not served. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.bpmn': 'application/xml; charset=utf-8',
};
const COMPRESSED = new Set(['.html', '.js', '.css', '.json', '.map', '.svg', '.txt', '.bpmn', '.ttf']);

export interface Asset {
  readonly mediaType: string;
  readonly etag: string;
  readonly body: Buffer;
  /** null where compression gains nothing */
  readonly gzipped: Buffer | null;
}

const compress = promisify(gzip);

/**
 * The files of one built application, kept in memory and compressed once: a few megabytes that every page load needs.
 * A file that is built anew while the server runs is read anew.
 */
export class AssetFolder {
  private readonly kept = new Map<string, { version: string; asset: Asset }>();

  constructor(private readonly root: string) {}

  /** @param path relative, `/` between parts; null when there is no such file, or it lies outside, or of another type */
  async find(path: string): Promise<Asset | null> {
    const file = join(this.root, path);
    const mediaType = MEDIA_TYPES[extname(file)];
    if (mediaType === undefined || path.includes('\0') || !file.startsWith(this.root + sep)) return null;
    const found = await stat(file).catch(() => null);
    if (!found?.isFile()) return null;
    const version = `${found.mtimeMs} ${found.size}`;
    const kept = this.kept.get(file);
    if (kept?.version === version) return kept.asset;
    const body = await readFile(file);
    const asset: Asset = {
      mediaType,
      etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
      body,
      gzipped: COMPRESSED.has(extname(file)) && body.length > 1024 ? await compress(body) : null,
    };
    this.kept.set(file, { version, asset });
    return asset;
  }
}
