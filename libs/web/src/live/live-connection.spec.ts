import { LiveConnection, type LiveSource, type LiveWindows, type LiveWord } from './live-connection';

type Take = (id: string) => void;

interface Source extends LiveSource {
  tell(event: string, id?: string): void;
  isOpen: boolean;
}

/** A browser with windows; each has a connection, and hears what the others say. */
function browser() {
  const sources: Source[] = [];
  const ears = new Map<object, (word: LiveWord) => void>();
  const waiting: (() => void)[] = [];
  const open = () => {
    const heard: string[] = [];
    const own = {};
    const windows: LiveWindows = {
      say: (word) => [...ears].forEach(([who, take]) => who !== own && take(word)),
      hear: (take) => ears.set(own, take),
      close: () => ears.delete(own),
    };
    const openSource = (): Source => {
      const takes = new Map<string, Take>();
      const source: Source = {
        isOpen: true,
        on: (event, take) => void takes.set(event, take),
        close: () => (source.isOpen = false),
        tell: (event, id = '') => takes.get(event)?.(id),
      };
      sources.push(source);
      return source;
    };
    const later = (work: () => void) => {
      waiting.push(work);
      return () => void waiting.splice(waiting.indexOf(work), 1);
    };
    const listener = { onChange: () => heard.push('change'), onDoubt: () => heard.push('doubt') };
    return { connection: new LiveConnection({ openSource, windows, later }, listener), heard };
  };
  return {
    open,
    sources,
    openSources: () => sources.filter((source) => source.isOpen),
    timePasses: () => waiting.splice(0).forEach((work) => work()),
  };
}

test('the first word says where things stand; only another number is news', () => {
  const b = browser();
  const { connection, heard } = b.open();
  connection.inSight();
  b.sources[0]!.tell('change', '7');
  b.sources[0]!.tell('change', '7');
  expect(heard).toEqual([]);
  b.sources[0]!.tell('change', '8');
  expect(heard).toEqual(['change']);
});

test('two windows have one stream, and both hear what it tells', () => {
  const b = browser();
  const [first, second] = [b.open(), b.open()];
  first.connection.inSight();
  second.connection.inSight();
  expect(b.openSources()).toEqual([b.sources[1]]);
  b.sources[1]!.tell('change', '1');
  b.sources[1]!.tell('change', '2');
  expect([first.heard, second.heard]).toEqual([['change'], ['change']]);
});

test('when the window with the stream closes, one in sight takes over and one behind does not', () => {
  const b = browser();
  const [front, behind, holder] = [b.open(), b.open(), b.open()];
  behind.connection.inSight();
  behind.connection.outOfSight();
  front.connection.inSight();
  holder.connection.inSight();
  holder.connection.close();
  expect(b.openSources()).toHaveLength(1);
  b.openSources()[0]!.tell('change', '1');
  expect(b.sources).toHaveLength(4);
});

test('what was missed between two streams is news with the first word of the second', () => {
  const b = browser();
  const { connection, heard } = b.open();
  connection.inSight();
  b.sources[0]!.tell('change', '7');
  b.sources[0]!.tell('closed');
  b.timePasses();
  b.sources[1]!.tell('change', '9');
  expect(heard).toEqual(['doubt', 'change']);
});

test('a stream that another window took over is not asked for again', () => {
  const b = browser();
  const { connection } = b.open();
  connection.inSight();
  b.sources[0]!.tell('replaced');
  b.timePasses();
  expect(b.openSources()).toEqual([]);
  connection.inSight();
  expect(b.openSources()).toHaveLength(1);
});

test('the end of the session is told once, and no stream is opened after it', () => {
  const b = browser();
  const { connection, heard } = b.open();
  connection.inSight();
  b.sources[0]!.tell('signed-out');
  b.sources[0]!.tell('signed-out');
  b.timePasses();
  expect(heard).toEqual(['doubt']);
  expect(b.openSources()).toEqual([]);
});

test('a window that is out of sight does not knock at a server that is away', () => {
  const b = browser();
  const { connection } = b.open();
  connection.inSight();
  connection.outOfSight();
  b.sources[0]!.tell('closed');
  b.timePasses();
  expect(b.openSources()).toEqual([]);
});

test('a page that comes back opens its stream again', () => {
  const b = browser();
  const { connection } = b.open();
  connection.inSight();
  connection.release();
  expect(b.openSources()).toEqual([]);
  connection.inSight();
  expect(b.openSources()).toHaveLength(1);
});
