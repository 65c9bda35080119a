import prettier from 'prettier';
import { testApp, type TestApp } from '../support/app.js';
import { expectGolden } from '../support/golden.js';

let app: TestApp;
beforeAll(async () => (app = await testApp()));
afterAll(() => app.close());

interface Operation {
  readonly responses: Record<string, { content?: Record<string, { schema: object }> }>;
  readonly parameters?: { name: string; in: string }[];
}
const load = async () => (await app.http().get('/api/openapi.json').expect(200)).body;

test('the description of the API is the one that was reviewed', async () => {
  expectGolden('test/api/openapi.golden.json', await prettier.format(JSON.stringify(await load()), { parser: 'json' }));
});

test('every route says what it answers, and every reference leads somewhere', async () => {
  const document = await load();
  const wordless: string[] = [];
  for (const [path, methods] of Object.entries(document.paths as Record<string, Record<string, Operation>>))
    for (const [method, operation] of Object.entries(methods)) {
      const success = Object.entries(operation.responses).filter(([status]) => status.startsWith('2'));
      const says = success.some(([status, { content }]) => status === '204' || Object.keys(content ?? {}).length > 0);
      if (!says) wordless.push(`${method} ${path}`);
    }
  expect(wordless).toEqual([]);
  const references = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
    (found) => found[1]!,
  );
  for (const name of references) expect(Object.keys(document.components.schemas)).toContain(name);
});

test('every route below a city names it', async () => {
  const document = await load();
  for (const [path, methods] of Object.entries(document.paths as Record<string, Record<string, Operation>>))
    if (path.includes('{tenant}'))
      for (const operation of Object.values(methods))
        expect(operation.parameters?.some(({ name }) => name === 'tenant')).toBe(true);
});
