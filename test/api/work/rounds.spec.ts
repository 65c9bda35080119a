import { city, GOOD_FORM, submitted, type City, type Started } from './city.js';
import { VerifyInstanceUseCase } from '../../../apps/api/src/instances/verify-instance.use-case.js';

let c: City;
beforeAll(async () => void (c = await city()));
afterAll(() => c?.close());

interface Item {
  readonly id: string;
  readonly text: string;
  readonly state: string;
  readonly anchor: object | null;
  readonly carries: string | null;
  readonly carriedInto: string | null;
  readonly answer: {
    readonly done: string;
    readonly text: string;
    readonly roundNo: number;
    readonly by: object;
  } | null;
  readonly resolvedBy: { readonly name: string } | null;
}

/** A first round that 市司法局 has received and is about to judge. */
async function received(): Promise<Started & { evidenceId: string; reviewId: string }> {
  const start = await submitted(c);
  const desk = await c.as('sifa-jingban');
  await desk
    .post(`/tasks/${await c.taskAt(start.instanceId, 'submitted')}/approve`)
    .send({})
    .expect(200);
  return { ...start, reviewId: await reviewOf(start.instanceId) };
}

/** Where the reviewer judges; a round handed in again comes straight back there. */
const reviewOf = (instanceId: string): Promise<string> => c.taskAt(instanceId, 'review');

async function giveBack(taskId: string, body: object) {
  const answer = await (await c.as('sifa-shenhe')).post(`/tasks/${taskId}/return`).send({ reason: '请补正', ...body });
  return answer;
}

/** The first round returned with two items: one at a field, one at the file. */
async function returned() {
  const start = await received();
  const items = [
    { text: '请写明各镇街人数', anchor: { field: 'progress' } },
    { text: '签到表缺第二页', anchor: { evidenceId: start.evidenceId } },
  ];
  expect((await giveBack(start.reviewId, { items })).status).toBe(200);
  const draftId = await c.taskAt(start.instanceId, 'returned');
  const [atField, atFile] = await itemsOn(draftId, 1);
  return { ...start, draftId, atField: atField!, atFile: atFile! };
}

const pageOf = async (account: string, taskId: string) =>
  (await (await c.as(account)).get(`/tasks/${taskId}`).expect(200)).body;

const itemsOn = async (taskId: string, roundNo: number, account = 'gongan'): Promise<Item[]> =>
  (await pageOf(account, taskId)).rounds.find((round: { no: number }) => round.no === roundNo).items;

const handIn = async (taskId: string, body: object) =>
  (await c.as('gongan')).post(`/tasks/${taskId}/submit`).send({ data: GOOD_FORM, ...body });

describe('what was handed in', () => {
  test.each([
    'submission_round',
    'submission_verdict',
    'evidence_use',
    'return_item',
    'item_answer',
    'item_resolution',
  ])('in %s can neither be changed, deleted nor emptied, not even by the program itself', async (table) => {
    const { draftId, evidenceId, atField, atFile, instanceId } = await returned();
    const answers = [atField, atFile].map(({ id }) => ({ itemId: id, done: 'changed', text: '已补' }));
    expect((await handIn(draftId, { evidenceIds: [evidenceId], answers })).status).toBe(200);
    const again = await giveBack(await reviewOf(instanceId), { resolved: [atFile.id] });
    expect(again.status).toBe(200);
    const before = await c.sql(`SELECT * FROM ${table}`);
    expect(before.length).toBeGreaterThan(0);
    for (const tried of [`UPDATE ${table} SET tenant = tenant`, `DELETE FROM ${table}`, `TRUNCATE ${table} CASCADE`])
      await expect(c.sql(tried)).rejects.toThrow('are never changed or deleted');
    expect(await c.sql(`SELECT * FROM ${table}`)).toEqual(before);
  });

  test('rests on files whose name and content stay what they were', async () => {
    const { evidenceId } = await submitted(c);
    await expect(c.sql(`UPDATE evidence SET file_name = '别的.pdf' WHERE id = $1`, [evidenceId])).rejects.toThrow(
      'never changed',
    );
    await expect(c.sql('DELETE FROM evidence WHERE id = $1', [evidenceId])).rejects.toThrow('evidence_use_of_evidence');
  });
});

describe('a return with items', () => {
  test('shows the unit each item at its place, and asks for an answer to each', async () => {
    const { draftId, evidenceId, atField, atFile } = await returned();
    expect(atField).toMatchObject({
      text: '请写明各镇街人数',
      anchor: { field: 'progress' },
      state: 'open',
      answer: null,
      raisedBy: { name: '谭审核' },
    });
    expect(atFile).toMatchObject({ anchor: { evidenceId }, state: 'open' });
    const refused = await handIn(draftId, {
      evidenceIds: [evidenceId],
      answers: [{ itemId: atField.id, done: 'changed', text: '已写明' }],
    });
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      code: 'items-unanswered',
      title: '还有 1 条问题没有回应：“签到表缺第二页”。',
      errors: [{ field: `answers.${atFile.id}`, message: '请回应这条问题' }],
    });
    expect((await pageOf('gongan', draftId)).status).toBe('open');
  });

  test('takes an answer without a choice, or without words, for none', async () => {
    const { draftId, evidenceId, atField, atFile } = await returned();
    const answers = [
      { itemId: atField.id, text: '写了一半' },
      { itemId: atFile.id, done: 'explained', text: '  ' },
    ];
    const refused = await handIn(draftId, { evidenceIds: [evidenceId], answers });
    expect(refused.body).toMatchObject({ code: 'items-unanswered', errors: [{}, {}] });
  });

  test('keeps answers in the making with the draft, inside the unit only', async () => {
    const { draftId, evidenceId, atField } = await returned();
    const answers = [{ itemId: atField.id, text: '写了一半' }];
    await (
      await c.as('gongan')
    )
      .put(`/tasks/${draftId}/draft`)
      .send({ data: GOOD_FORM, evidenceIds: [evidenceId], answers })
      .expect(200);
    expect((await pageOf('gongan', draftId)).draft.answers).toEqual(answers);
    expect((await pageOf('sifa-shenhe', draftId)).draft).toBeNull();
    expect((await itemsOn(draftId, 1, 'sifa-shenhe'))[0]).toMatchObject({ state: 'open', answer: null });
  });

  test('shows the reviewer of the next round item, answer and difference together', async () => {
    const { draftId, evidenceId, atField, atFile, instanceId, obligationId } = await returned();
    const fresh = await c.file('gongan', obligationId, '签到表（全）.txt'.replace('txt', 'pdf'));
    const answers = [
      { itemId: atField.id, done: 'changed', text: ' 已按镇街分列 ' },
      { itemId: atFile.id, done: 'explained', text: '原件只有一页' },
    ];
    const data = { ...GOOD_FORM, progress: '已培训执法人员 226 人次，人均 60 学时。' };
    expect((await handIn(draftId, { data, evidenceIds: [evidenceId, fresh], answers })).status).toBe(200);
    const reviewId = await reviewOf(instanceId);
    expect(await itemsOn(reviewId, 1, 'sifa-shenhe')).toMatchObject([
      { state: 'answered', answer: { done: 'changed', text: '已按镇街分列', roundNo: 2, by: { name: '陈警官' } } },
      { state: 'answered', answer: { done: 'explained', text: '原件只有一页' } },
    ]);
    const reviewer = await c.as('sifa-shenhe');
    const { body: list } = await reviewer.get(`/submissions?obligationId=${obligationId}`).expect(200);
    const { body: difference } = await reviewer
      .get(`/submissions/${list.items[0].id}/difference?from=1&to=2`)
      .expect(200);
    expect(difference).toMatchObject({
      from: 1,
      to: 2,
      fields: {
        progress: {
          kind: 'text',
          parts: [{ op: 'same' }, { op: 'removed', text: '210' }, { op: 'added', text: '226' }, { op: 'same' }],
        },
      },
      files: [
        { op: 'same', after: { fileName: '签到表.pdf' } },
        { op: 'added', after: { fileName: '签到表（全）.pdf' } },
      ],
    });
    expect(Object.keys(difference.fields)).toEqual(['progress']);
  });

  test('lets the reviewer settle one item and ask again for the other, which is answered anew', async () => {
    const { draftId, evidenceId, atField, atFile, instanceId } = await returned();
    const answers = [atField, atFile].map(({ id }) => ({ itemId: id, done: 'changed', text: '已补' }));
    await handIn(draftId, { evidenceIds: [evidenceId], answers });
    const items = [{ text: '仍缺第二页', anchor: { evidenceId }, carries: atFile.id }];
    expect((await giveBack(await reviewOf(instanceId), { items, resolved: [atField.id] })).status).toBe(200);
    const again = await c.taskAt(instanceId, 'returned');
    const [carrier] = await itemsOn(again, 2);
    expect(await itemsOn(again, 1)).toMatchObject([
      { state: 'resolved', resolvedBy: { name: '谭审核' } },
      { state: 'carried', carriedInto: carrier!.id },
    ]);
    expect(carrier).toMatchObject({ carries: atFile.id, state: 'open' });
    const refused = await handIn(again, { evidenceIds: [evidenceId] });
    expect(refused.body).toMatchObject({ code: 'items-unanswered', errors: [{ field: `answers.${carrier!.id}` }] });
    const answered = { itemId: carrier!.id, done: 'explained', text: '原件只有一页' };
    expect((await handIn(again, { evidenceIds: [evidenceId], answers: [answered] })).status).toBe(200);
    const last = await reviewOf(instanceId);
    await (await c.as('sifa-shenhe')).post(`/tasks/${last}/approve`).send({}).expect(200);
    expect(await itemsOn(last, 2)).toMatchObject([
      { state: 'resolved', resolvedBy: { name: '谭审核' }, answer: { roundNo: 3 } },
    ]);
  });

  test('settles items with an approval that names them', async () => {
    const { draftId, evidenceId, atField, atFile, instanceId } = await returned();
    const answers = [atField, atFile].map(({ id }) => ({ itemId: id, done: 'changed', text: '已补' }));
    await handIn(draftId, { evidenceIds: [evidenceId], answers });
    const last = await reviewOf(instanceId);
    await (
      await c.as('sifa-shenhe')
    )
      .post(`/tasks/${last}/approve`)
      .send({ resolved: [atFile.id] })
      .expect(200);
    expect(await c.sql('SELECT item_id AS id FROM item_resolution WHERE task_id = $1', [last])).toEqual([
      { id: atFile.id },
    ]);
    expect(await itemsOn(last, 1)).toMatchObject([{ state: 'resolved' }, { state: 'resolved' }]);
  });

  test('stands in the chained history, and replays to the same place', async () => {
    const { draftId, evidenceId, atField, atFile, instanceId } = await returned();
    const answers = [atField, atFile].map(({ id }) => ({ itemId: id, done: 'changed', text: '已补' }));
    await handIn(draftId, { evidenceIds: [evidenceId], answers });
    const events = await c.sql<{ act: { items?: Item[]; answers?: object[] } }>(
      `SELECT event -> 'act' AS act FROM history WHERE instance_id = $1 AND event ->> 'type' = 'act' ORDER BY seq`,
      [instanceId],
    );
    expect(events.flatMap(({ act }) => act.items ?? [])).toMatchObject([
      { id: atField.id, anchor: { field: 'progress' } },
      { id: atFile.id, anchor: { evidenceId } },
    ]);
    expect(events.flatMap(({ act }) => act.answers ?? [])).toEqual(answers);
    const verify = c.app.get(VerifyInstanceUseCase, { strict: false });
    await expect(verify.execute('taishan', instanceId)).resolves.toBeDefined();
  });

  test('that is sent twice raises its items once', async () => {
    const { reviewId, instanceId } = await received();
    const reviewer = await c.as('sifa-shenhe');
    const body = { reason: '请补正', items: [{ text: '请写明人数' }] };
    const send = () =>
      reviewer.post(`/tasks/${reviewId}/return`).set('Idempotency-Key', 'return-once').send(body).expect(200);
    expect((await send()).body).toEqual((await send()).body);
    expect(await itemsOn(await c.taskAt(instanceId, 'returned'), 1)).toHaveLength(1);
  });
});

describe('items that point nowhere', () => {
  test.each<[string, object]>([
    ['a field that the form does not have', { field: 'nonsense' }],
    ['a column without a row', { field: 'progress', column: '期限' }],
    ['neither field nor file', {}],
    ['a file that does not exist', { evidenceId: '01930000-0000-7000-8000-00000000dead' }],
  ])('at %s are refused, and nothing is returned', async (_what, anchor) => {
    const { reviewId } = await received();
    const refused = await giveBack(reviewId, { items: [{ text: '请补充', anchor }] });
    expect([refused.status, refused.body.code]).toEqual([422, 'item-anchor-unknown']);
    expect((await pageOf('sifa-shenhe', reviewId)).status).toBe('open');
  });

  test('at a file of the same matter that is not in this round are refused', async () => {
    const { reviewId, obligationId } = await received();
    const evidenceId = await c.file('gongan', obligationId, '未报送.pdf');
    const refused = await giveBack(reviewId, { items: [{ text: '请补充', anchor: { evidenceId } }] });
    expect(refused.body).toMatchObject({ code: 'item-anchor-unknown', detail: expect.stringContaining('刷新') });
  });

  test('of another submission can be neither answered, settled nor asked for again', async () => {
    const other = await returned();
    const mine = await returned();
    const answers = [mine.atField, mine.atFile, other.atField].map(({ id }) => ({
      itemId: id,
      done: 'changed',
      text: '已补',
    }));
    const refused = await handIn(mine.draftId, { evidenceIds: [mine.evidenceId], answers });
    expect(refused.body).toMatchObject({ code: 'item-unknown', field: `answers.${other.atField.id}` });
    const { reviewId } = await received();
    for (const body of [{ resolved: [other.atField.id] }, { items: [{ text: '请补充', carries: other.atField.id }] }])
      expect((await giveBack(reviewId, body)).body.code).toBe('item-unknown');
  });

  test('are refused in plain Chinese where the request itself is wrong', async () => {
    const { reviewId } = await received();
    const refused = await giveBack(reviewId, { items: [{ text: '请补充', carries: 'nonsense' }] });
    expect(refused.status).toBe(400);
    expect(refused.body.detail).toMatch(/\p{Script=Han}/u);
  });
});

test('two rounds are compared for those only who may see the submission', async () => {
  const { draftId, evidenceId, atField, atFile, obligationId } = await returned();
  const answers = [atField, atFile].map(({ id }) => ({ itemId: id, done: 'changed', text: '已补' }));
  await handIn(draftId, { evidenceIds: [evidenceId], answers });
  const officer = await c.as('gongan');
  const { body } = await officer.get(`/submissions?obligationId=${obligationId}`).expect(200);
  const path = `/submissions/${body.items[0].id}/difference`;
  expect((await officer.get(`${path}?from=1&to=2`).expect(200)).body).toMatchObject({
    fields: {},
    files: [{ op: 'same' }],
  });
  await (await c.as('shuili')).get(`${path}?from=1&to=2`).expect(404);
  await officer.get(`${path}?from=1&to=3`).expect(404);
  await officer.get(`${path}?from=1&to=x`).expect(400);
});
