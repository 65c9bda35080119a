import { VerifyInstanceUseCase } from '../../../apps/api/src/instances/verify-instance.use-case.js';
import { city, GOOD_FORM, type City, type Started } from './city.js';

let c: City;
beforeAll(async () => {
  c = await city();
});
afterAll(() => c?.close());

/** Mulberry32: the same seed walks the same way. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const PEOPLE = ['gongan', 'gongan2', 'gongan-shenhe', 'sifa-jingban', 'sifa-shenhe', 'admin', 'shizhang', 'shuili'];
const VERBS = ['claim', 'release', 'draft', 'submit', 'approve', 'return'] as const;

type Verb = (typeof VERBS)[number];

const UNIT: [string, Verb][] = [
  ['gongan', 'submit'],
  ['gongan2', 'submit'],
  ['gongan', 'release'],
];
const NEXT: Readonly<Record<string, [string, Verb][]>> = {
  draft: UNIT,
  returned: UNIT,
  submitted: [
    ['sifa-jingban', 'approve'],
    ['sifa-jingban', 'return'],
  ],
  review: [
    ['sifa-shenhe', 'return'],
    ['sifa-shenhe', 'return'],
    ['sifa-shenhe', 'return'],
    ['sifa-shenhe', 'approve'],
  ],
};

async function act(person: string, verb: Verb, taskId: string, file: string) {
  const client = await c.as(person);
  const form = { data: GOOD_FORM, evidenceIds: [file] };
  const body = { claim: {}, release: {}, draft: form, submit: form, approve: {}, return: { reason: '请再补充一次' } }[
    verb
  ];
  return verb === 'draft'
    ? client.put(`/tasks/${taskId}/draft`).send(body)
    : client.post(`/tasks/${taskId}/${verb}`).send(body);
}

test.each([1, 20_241_101])(
  'whoever does whatever, at once and in any order: no fault, and everything agrees (seed %i)',
  async (seed) => {
    const random = randomFrom(seed);
    const started: (Started & { file: string })[] = [];
    for (let i = 0; i < 8; i++) {
      const one = await c.started();
      started.push({ ...one, file: await c.file('gongan', one.obligationId) });
    }
    const answers = new Map<number, number>();
    for (let round = 0; round < 40; round++) {
      const acts = Array.from({ length: 5 }, async () => {
        const { instanceId, file } = started[random(started.length)]!;
        const tasks = await c.sql<{ id: string; node: string }>(
          'SELECT id, node_id AS node FROM task WHERE instance_id = $1 ORDER BY id DESC',
          [instanceId],
        );
        // every second act is one that would be next, so that the walk gets somewhere
        const next = random(2) === 0 ? NEXT[tasks[0]!.node]! : null;
        const [person, verb] = next
          ? next[random(next.length)]!
          : [PEOPLE[random(PEOPLE.length)]!, VERBS[random(VERBS.length)]!];
        const task = (next ? tasks[0] : tasks[random(3)]) ?? tasks[0]!;
        const answer = await act(person, verb, task.id, file);
        answers.set(answer.status, (answers.get(answer.status) ?? 0) + 1);
        if (answer.status !== 200) expect(answer.body.title).toMatch(/\p{Script=Han}/u);
      });
      await Promise.all(acts);
    }
    expect([...answers.keys()].filter((status) => ![200, 403, 404, 409, 422].includes(status))).toEqual([]);
    expect(answers.get(200)).toBeGreaterThan(20);
    for (const { instanceId } of started) {
      expect(await c.app.get(VerifyInstanceUseCase, { strict: false }).execute('taishan', instanceId)).toEqual({
        sound: true,
      });
    }
    expect(await c.sql(DISAGREEMENTS, [started.map(({ instanceId }) => instanceId)])).toEqual([]);
  },
  120_000,
);

/** Every way in which the rows of an instance could contradict one another. */
const DISAGREEMENTS = `
  SELECT i.id, i.status, i.marking->'active' AS active, o.status AS obligation, s.status AS submission, s.rounds, i.round
    FROM instance i
    JOIN obligation o ON o.tenant = i.tenant AND o.id = i.obligation_id
    JOIN submission s ON s.tenant = i.tenant AND s.instance_id = i.id
   WHERE i.id = ANY($1::uuid[]) AND NOT (
         i.status = i.marking->>'status'
     AND o.instance_id = i.id AND o.status = s.status AND (o.status = 'closed') = (i.status = 'completed')
     AND (o.closed_at IS NOT NULL) = (i.status = 'completed') AND (i.ended_at IS NOT NULL) = (i.status = 'completed')
     AND s.rounds = i.round
     AND s.rounds = (SELECT count(*) FROM submission_round r WHERE r.tenant = s.tenant AND r.submission_id = s.id)
     AND i.history_seq = (SELECT count(*) FROM history h WHERE h.tenant = i.tenant AND h.instance_id = i.id)
     AND (SELECT coalesce(jsonb_agg(t.node_id ORDER BY t.node_id), '[]') FROM task t
           WHERE t.tenant = i.tenant AND t.instance_id = i.id AND t.status = 'open')
         = (SELECT coalesce(jsonb_agg(a ORDER BY a), '[]') FROM jsonb_array_elements_text(i.marking->'active') a)
     AND NOT EXISTS (SELECT FROM submission_verdict v JOIN submission_round r ON r.tenant = v.tenant
                       AND r.submission_id = v.submission_id AND r.no = v.round_no
                      WHERE v.tenant = s.tenant AND v.submission_id = s.id AND v.person_id = r.submitted_by))`;
