import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, type ReadStream } from 'node:fs';
import { access, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Settings } from '../config/settings.js';

/** A file that came in and is not yet anybody's. */
export interface TemporaryFile {
  readonly path: string;
  readonly size: number;
  /** hex */
  readonly sha256: string;
}

/** Longer than any upload may take; a younger file may belong to another process that is still writing it. */
const ABANDONED_MS = 60 * 60_000;

/** File contents on disk: `evidence/<tenant>/<2 of the hash>/<hash>`, written beside and moved into place whole. */
@Injectable()
export class BlobStore implements OnApplicationBootstrap {
  private readonly logger = new Logger('Evidence');
  private readonly root: string;

  constructor(settings: Settings) {
    this.root = path.resolve(settings.DATA_DIR, 'evidence');
  }

  async onApplicationBootstrap(): Promise<void> {
    const removed = await this.removeAbandoned(Date.now());
    if (removed > 0) this.logger.log(`removed ${removed} abandoned uploads`);
  }

  /** Writes a stream to a temporary file and hashes it on the way. @throws whatever breaks the stream; no file is left then */
  async receive(stream: Readable): Promise<TemporaryFile> {
    await mkdir(this.temporary, { recursive: true, mode: 0o700 });
    const target = path.join(this.temporary, randomUUID());
    const hash = createHash('sha256');
    let size = 0;
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        size += chunk.length;
        hash.update(chunk);
        done(null, chunk);
      },
    });
    try {
      await pipeline(stream, measure, createWriteStream(target, { flags: 'wx', mode: 0o600 }));
    } catch (error) {
      await this.discard({ path: target });
      throw error;
    }
    return { path: target, size, sha256: hash.digest('hex') };
  }

  async discard({ path: file }: Pick<TemporaryFile, 'path'>): Promise<void> {
    await rm(file, { force: true });
  }

  /** Moves a temporary file to its place; equal content is there once. Call it with the blob's row locked. */
  async keep(tenant: string, file: TemporaryFile): Promise<void> {
    const place = this.placeOf(tenant, file.sha256);
    await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
    // renaming over an equal file is as good as keeping it, and mends one that was lost
    await rename(file.path, place);
  }

  async open(tenant: string, sha256: string): Promise<ReadStream> {
    const place = this.placeOf(tenant, sha256);
    await access(place);
    return createReadStream(place);
  }

  /** Call it with the blob's row locked and about to go. */
  async remove(tenant: string, sha256: string): Promise<void> {
    await rm(this.placeOf(tenant, sha256), { force: true });
  }

  /** @returns how many uploads that never ended were removed */
  async removeAbandoned(now: number): Promise<number> {
    const names = await readdir(this.temporary).catch(() => []);
    let removed = 0;
    for (const name of names) {
      const file = path.join(this.temporary, name);
      const found = await stat(file).catch(() => null);
      if (!found || now - found.mtimeMs < ABANDONED_MS) continue;
      await this.discard({ path: file });
      removed++;
    }
    return removed;
  }

  private get temporary(): string {
    return path.join(this.root, '.incoming');
  }

  private placeOf(tenant: string, sha256: string): string {
    return path.join(this.root, tenant, sha256.slice(0, 2), sha256);
  }
}
