import { city, type City } from './city.js';

let c: City;
beforeAll(async () => (c = await city()));
afterAll(() => c?.close());

interface Phrase {
  id: string;
  text: string;
  owner: string;
  uses: number;
  mayChange: boolean;
}

const list = async (account: string): Promise<Phrase[]> =>
  (await (await c.as(account)).get('/phrases').expect(200)).body.items;
const texts = async (account: string): Promise<string[]> => (await list(account)).map((phrase) => phrase.text);
const add = async (account: string, text: string, unitId?: string) =>
  (await c.as(account)).post('/phrases').send({ text, ...(unitId && { unitId }) });

test('everybody begins with the shipped phrases, which nobody can change', async () => {
  const shipped = await list('shuili');
  expect(shipped.map((phrase) => phrase.text)).toEqual(expect.arrayContaining(['同意。', '请补充佐证材料。']));
  expect(new Set(shipped.map((phrase) => phrase.owner))).toEqual(new Set(['shipped']));
  await (await c.as('shuili')).delete(`/phrases/${shipped[0]!.id}`).expect(404);
});

test("a person's own phrases are seen, changed and dropped by nobody else", async () => {
  const { body } = await add('gongan', '已核实，情况属实。');
  expect(await texts('gongan')).toContain('已核实，情况属实。');
  expect(await texts('gongan2')).not.toContain('已核实，情况属实。');
  const colleague = await c.as('gongan2');
  await colleague.put(`/phrases/${body.id}`).send({ text: '改掉' }).expect(404);
  await colleague.delete(`/phrases/${body.id}`).expect(404);
  await colleague.post(`/phrases/${body.id}/use`).send({}).expect(404);
  const owner = await c.as('gongan');
  await owner.put(`/phrases/${body.id}`).send({ text: '已核实。' }).expect(204);
  expect(await texts('gongan')).toContain('已核实。');
  await owner.delete(`/phrases/${body.id}`).expect(204);
  expect(await texts('gongan')).not.toContain('已核实。');
});

test("a unit's phrases are used by all of it and looked after by those who review for it", async () => {
  const refused = await add('gongan', '报局领导审定。', 'gonganju');
  expect([refused.status, refused.body.title]).toEqual([403, '本单位的常用意见由审核人和负责人维护']);
  const { body, status } = await add('gongan-shenhe', '报局领导审定。', 'gonganju');
  expect(status).toBe(201);
  const seen = (await list('gongan')).find((phrase) => phrase.id === body.id);
  expect(seen).toMatchObject({ owner: 'unit', unit: { name: '市公安局' }, mayChange: false });
  await (await c.as('gongan')).delete(`/phrases/${body.id}`).expect(403);
  expect(await texts('shuili')).not.toContain('报局领导审定。');
  // not for a unit in which one does not review
  expect((await add('gongan-shenhe', '随意', 'shuiliju')).status).toBe(403);
  const units = async (account: string) => (await (await c.as(account)).get('/phrases').expect(200)).body.units;
  expect(await units('gongan')).toEqual([]);
  expect(await units('gongan-shenhe')).toEqual([{ id: 'gonganju', name: '市公安局' }]);
  expect(await units('sifa-shenhe')).toEqual([{ id: 'sifaju', name: '市司法局' }]);
});

test('what a person picks most often stands first, for that person only', async () => {
  await add('dajiang', '甲。');
  const [, second] = (await list('dajiang')).filter((phrase) => phrase.owner === 'shipped');
  const client = await c.as('dajiang');
  for (let times = 0; times < 2; times++) await client.post(`/phrases/${second!.id}/use`).send({}).expect(204);
  const own = (await list('dajiang')).find((phrase) => phrase.text === '甲。')!;
  await client.post(`/phrases/${own.id}/use`).send({}).expect(204);
  expect((await texts('dajiang')).slice(0, 2)).toEqual([second!.text, '甲。']);
  expect((await list('zhengfuban'))[0]!.text).toBe('同意。');
});

test('the same words are kept once per owner; a shipped phrase that one keeps oneself is not listed twice', async () => {
  expect((await add('zhengfuban', '同意。')).status).toBe(201);
  const again = await add('zhengfuban', '  同意。 ');
  expect([again.status, again.body.code]).toEqual([409, 'phrase-exists']);
  expect((await texts('zhengfuban')).filter((text) => text === '同意。')).toHaveLength(1);
  const other = await add('zhengfuban', '不同意。');
  const rename = await (await c.as('zhengfuban')).put(`/phrases/${other.body.id}`).send({ text: '同意。' }).expect(409);
  expect(rename.body.code).toBe('phrase-exists');
});

test('empty, endless and too many phrases are refused', async () => {
  expect((await add('admin', '   ')).body.code).toBe('invalid-input');
  expect((await add('admin', '长'.repeat(501))).body.code).toBe('invalid-input');
  await c.sql(
    `INSERT INTO phrase SELECT 'taishan', gen_random_uuid(), $1, NULL, 'p' || n, now() FROM generate_series(1, 100) n`,
    [(await c.as('admin')).personId],
  );
  const full = await add('admin', '第一百零一条');
  expect([full.status, full.body.code]).toEqual([422, 'too-many-phrases']);
});
