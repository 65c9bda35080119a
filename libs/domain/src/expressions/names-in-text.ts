import { Lru } from './lru.js';

/** A text without white space and backticks: how two spellings of one FEEL name are compared. */
export const bare = (text: string): string => (/[\s`]/.test(text) ? text.replace(/[\s`]+/g, '') : text);

type Variables = Readonly<Record<string, unknown>>;

/** What is known of one text: which names stand in it, and which of them only as the root of a path. */
interface Written {
  readonly text: string;
  readonly stands: Map<string, boolean>;
  readonly paths: Map<string, boolean>;
}

const texts = new Lru<Written>(1_000, 1_000_000);
/** Names are few, but they come from outside. */
const MAX_NAMES = 500;

/**
 * The part of the variables that an expression can read, so that its value depends on nothing else: those whose name
 * stands in the text, and of a context that is only read through a path (`form.金额`) the members whose name stands there.
 */
export function readable(text: string, variables: Variables): Record<string, unknown> {
  const written = writtenOf(text);
  let found: Record<string, unknown> | null = null;
  for (const name of Object.keys(variables)) {
    if (!stands(written, name)) continue;
    const value = variables[name];
    found = withMember(found, name, isContext(value) && onlyPaths(written, name) ? membersIn(written, value) : value);
  }
  return found ?? {};
}

/** A name like `__proto__` must become a member like any other. */
function withMember(found: Record<string, unknown> | null, name: string, value: unknown): Record<string, unknown> {
  if (name === '__proto__') return Object.fromEntries([...Object.entries(found ?? {}), [name, value]]);
  const members = found ?? {};
  members[name] = value;
  return members;
}

function writtenOf(text: string): Written {
  const known = texts.get(text);
  if (known !== undefined) return known;
  const written: Written = { text: bare(text), stands: new Map(), paths: new Map() };
  texts.set(text, written);
  return written;
}

const stands = (written: Written, name: string): boolean =>
  ask(written.stands, name, () => name.trim() !== '' && written.text.includes(bare(name)));

/** Whether each place where the name stands goes on with a path; `..` is a range. */
const onlyPaths = (written: Written, name: string): boolean =>
  ask(written.paths, name, () => {
    const key = bare(name);
    for (let at = written.text.indexOf(key); at >= 0; at = written.text.indexOf(key, at + 1)) {
      const after = at + key.length;
      if (written.text[after] !== '.' || written.text[after + 1] === '.') return false;
    }
    return true;
  });

function ask(answers: Map<string, boolean>, name: string, find: () => boolean): boolean {
  const known = answers.get(name);
  if (known !== undefined) return known;
  if (answers.size >= MAX_NAMES) answers.clear();
  const answer = find();
  answers.set(name, answer);
  return answer;
}

const isContext = (value: unknown): value is Variables =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

function membersIn(written: Written, context: Variables): Variables {
  const found: [string, unknown][] = [];
  for (const name of Object.keys(context)) if (stands(written, name)) found.push([name, context[name]]);
  return Object.fromEntries(found);
}
