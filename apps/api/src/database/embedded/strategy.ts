import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, lchownSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';

/** PostgreSQL refuses to run as uid 0; this is the uid it believes in, or really gets, then. */
const NOBODY = 65_534;

/** One way of running PostgreSQL's programs on this machine. */
export interface Strategy {
  readonly name: 'plain' | 'user namespace' | 'other user';
  /** folder with bin/ that the programs are started from */
  readonly folder: string;
  readonly user: { readonly uid?: number; readonly gid?: number };
  /** the command line that starts `program` this way */
  command(program: string, args: readonly string[]): readonly [string, ...string[]];
  /** hands directories over to the user that PostgreSQL will run as */
  own(...directories: string[]): void;
}

/** Ways to try, in order; `data` is the data directory. Root first tries a user namespace (nothing changes on disk), then a real other user. */
export function strategies(native: string, data: string): Strategy[] {
  const root = process.getuid?.() === 0;
  const guard = parentDeathGuard();
  const plain = (): Strategy => ({
    name: 'plain',
    folder: native,
    user: {},
    command: wrap(guard),
    own: () => undefined,
  });
  const namespace = (): Strategy => ({
    ...plain(),
    name: 'user namespace',
    command: wrap(['unshare', '-U', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, ...guard]),
  });
  if (root) return [...(canUnshare() ? [namespace()] : []), otherUser(native, data, guard)];
  return hasName() ? [plain()] : [...(canUnshare() ? [namespace()] : []), plain()];
}

/**
 * As root without user namespaces: directories of nobody's, and programs copied beside them (node_modules may lie where
 * only root can look). The way through the data directory may then be walked, not looked into.
 */
function otherUser(native: string, data: string, guard: readonly string[]): Strategy {
  const folder = join(data, 'programs');
  return {
    name: 'other user',
    folder,
    user: { uid: NOBODY, gid: NOBODY },
    command: wrap(guard),
    own: (...directories) => {
      chmodSync(data, 0o711);
      if (!existsSync(folder)) {
        rmSync(`${folder}.new`, { recursive: true, force: true });
        cpSync(native, `${folder}.new`, { recursive: true, verbatimSymlinks: true });
        renameSync(`${folder}.new`, folder);
      }
      for (const directory of directories) giveTo(directory, NOBODY);
    },
  };
}

function giveTo(path: string, uid: number): void {
  lchownSync(path, uid, uid);
  for (const entry of readdirSync(path, { recursive: true, encoding: 'utf8' })) lchownSync(join(path, entry), uid, uid);
}

const wrap =
  (prefix: readonly string[]) =>
  (program: string, args: readonly string[]): readonly [string, ...string[]] =>
    [...prefix, program, ...args] as unknown as readonly [string, ...string[]];

/** On Linux the kernel itself stops the database when this process is killed with -9 (PR_SET_PDEATHSIG). */
function parentDeathGuard(): readonly string[] {
  const works = process.platform === 'linux' && spawnSync('setpriv', ['--pdeathsig', 'INT', 'true']).status === 0;
  return works ? ['setpriv', '--pdeathsig', 'INT'] : [];
}

const canUnshare = (): boolean =>
  process.platform === 'linux' &&
  spawnSync('unshare', ['-U', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, 'true']).status === 0;

/** initdb refuses a uid that has no name, as in some containers. */
function hasName(): boolean {
  try {
    userInfo();
    return true;
  } catch {
    return false;
  }
}
