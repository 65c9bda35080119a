import { Injectable } from '@nestjs/common';
import { civilDateInShanghai } from '@chengban/domain';
import { Clock } from '../../database/clock.js';
import { Transactions } from '../../database/transactions.js';
import { TellPeopleUseCase } from '../../notify/notify.module.js';
import { Hopeless, type Handler, type HandlerAnswer, type Work } from './handler.js';

/** Who can be told: everybody who holds a role today in one of the two units. */
const UNITS = { responsible: 'i.unit_id', supervisor: 'i.supervisor_unit_id' } as const;
const MAX_TITLE = 100;
const MAX_TEXT = 500;

/** Tells people of a unit something, each as they chose to be told. */
@Injectable()
export class NotifyHandler implements Handler {
  readonly name = 'notify';
  readonly title = '发送站内消息';
  readonly help = 'title：标题；text：内容；to：responsible（责任单位）或 supervisor（市司法局），默认责任单位。';

  constructor(
    private readonly transactions: Transactions,
    private readonly tellPeople: TellPeopleUseCase,
    private readonly clock: Clock,
  ) {}

  async run({ tenant, id, instanceId, obligationId, input }: Work): Promise<HandlerAnswer> {
    const { title, text } = input;
    const to = input['to'] ?? 'responsible';
    if (typeof title !== 'string' || title.trim() === '') throw new Hopeless('没有给出消息的标题（title）');
    if (to !== 'responsible' && to !== 'supervisor') throw new Hopeless('收件方（to）应当是 responsible 或 supervisor');
    const now = this.clock.date();
    const people: { personId: string }[] = await this.transactions.current().query(
      `SELECT DISTINCT m.person_id AS "personId" FROM instance i
         JOIN membership m ON m.tenant = i.tenant AND m.unit_id = ${UNITS[to]}
        WHERE i.tenant = $1 AND i.id = $2 AND m.valid_from <= $3 AND (m.valid_to IS NULL OR m.valid_to >= $3)`,
      [tenant, instanceId, civilDateInShanghai(now.getTime())],
    );
    await this.tellPeople.execute({
      tenant,
      // the same work has the same id, however often it runs
      id,
      topic: 'flow.notify',
      personIds: people.map(({ personId }) => personId),
      title: title.trim().slice(0, MAX_TITLE),
      text: typeof text === 'string' ? text.slice(0, MAX_TEXT) : '',
      taskId: null,
      instanceId,
      obligationId,
      createdAt: now,
    });
    return { kind: 'done', variables: {} };
  }
}
