import { Injectable } from '@nestjs/common';
import type { Actor, AppAbility } from '@chengban/domain';
import { v7 } from 'uuid';
import { requireOn } from '../access/require-ability.js';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import { invalidInput, notFound } from '../http/problems/common-problems.js';
import { Problem } from '../http/problems/problem.js';
import { cleanText } from '../instances/instances.module.js';
import { instanceFields, MatterReadModel, tell, type Matter } from '../matters/matter.read-model.js';
import { OfferedVerbsReadModel } from '../matters/offered-verbs.read-model.js';
import { OutboxStore } from '../outbox/outbox.store.js';
import { PersonSearchReadModel } from '../people/person-search.read-model.js';
import { speakingUnits, type Audience } from './audience.js';
import type { SayBody } from './comments.dto.js';
import { CommentsStore, type LockedComment } from './comments.store.js';
import { mayReadWords, ONLY_THOSE_ON_IT } from './may-comment.js';

export interface AddComment {
  readonly actor: Actor;
  readonly ability: AppAbility;
  readonly instanceId: string;
  readonly body: SayBody;
}

/** 沟通: says something about a matter. Moves nothing; whoever is named or takes part in the thread is told. */
@Injectable()
export class AddCommentUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly matters: MatterReadModel,
    private readonly offered: OfferedVerbsReadModel,
    private readonly people: PersonSearchReadModel,
    private readonly store: CommentsStore,
    private readonly outbox: OutboxStore,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 · 403 · 422 `not-at-this-node`, `mention-cannot-read`, `reply-wider`, `no-unit`, `reply-withdrawn` */
  execute({ actor, ability, instanceId, body }: AddComment): Promise<string> {
    const text = cleanText(body.text).trim();
    if (text === '') throw invalidInput([{ field: 'text', message: '请填写内容' }]);
    const { tenant } = actor;
    return this.transactions.inTransaction(async () => {
      const matter = await this.matters.find(ability, tenant, instanceId, 'share');
      if (!matter) throw notFound('这件事');
      requireOn(ability, 'comment', 'Instance', instanceFields(matter), ONLY_THOSE_ON_IT);
      await this.offered.require(matter, 'comment');
      const audience = audienceOf(actor, matter, body);
      const answered = await this.answered(actor, matter, body.replyTo, audience);
      const mentionIds = body.mentionIds ?? [];
      await this.refuseUnreachable(matter, mentionIds, audience);
      const id = v7();
      const at = this.clock.date();
      const replyTo = answered?.id ?? null;
      const authors = await this.store.authors(tenant, instanceId);
      const { scope, unitId } = audience;
      await this.store.insert({
        tenant,
        id,
        instanceId,
        authorId: actor.personId,
        scope,
        unitId,
        text,
        replyTo,
        mentionIds,
        createdAt: at,
      });
      await this.bindFiles(actor, instanceId, id, body.fileIds ?? []);
      const others = authors.filter((author) => author !== answered?.authorId);
      await this.announce(matter, actor, audience, { mentionIds, answered: answered?.authorId, others }, at);
      return id;
    });
  }

  /** The comment that is answered. An answer never tells more people than the words that it quotes. */
  private async answered(
    actor: Actor,
    matter: Matter,
    replyTo: string | undefined,
    audience: Audience,
  ): Promise<LockedComment | null> {
    if (replyTo === undefined) return null;
    const found = await this.store.lock(matter.tenant, replyTo);
    if (!found || found.instanceId !== matter.id || !mayReadWords(actor, matter, found)) throw notFound('回复的消息');
    if (found.withdrawn) throw withdrawn();
    if (found.scope === 'unit' && (audience.scope !== 'unit' || audience.unitId !== found.unitId)) throw wider();
    return found;
  }

  private async refuseUnreachable(matter: Matter, ids: readonly string[], audience: Audience): Promise<void> {
    const people = await this.people.actors(matter.tenant, ids);
    const reached = new Set(people.filter((one) => mayReadWords(one, matter, audience)).map((one) => one.personId));
    if (ids.every((id) => reached.has(id))) return;
    const names = people.filter((one) => !reached.has(one.personId)).map((one) => one.name);
    throw unreachable(names, audience);
  }

  private async bindFiles(
    { tenant, personId }: Actor,
    instanceId: string,
    commentId: string,
    ids: readonly string[],
  ): Promise<void> {
    const bound = await this.store.bindFiles(tenant, { commentId, instanceId, personId }, ids);
    if (bound < ids.length) throw invalidInput([{ field: 'fileIds', message: '有附件已经失效，请移除后重新上传' }]);
  }

  /** One message per person, by the nearest reason: named, answered, takes part. */
  private async announce(
    matter: Matter,
    actor: Actor,
    audience: Audience,
    to: { mentionIds: readonly string[]; answered: string | undefined; others: readonly string[] },
    at: Date,
  ): Promise<void> {
    const told = new Set([actor.personId]);
    const groups: [string, readonly string[], string][] = [
      ['comment.mentioned', to.mentionIds, `${actor.name} 在沟通中提到了您`],
      ['comment.replied', to.answered === undefined ? [] : [to.answered], `${actor.name} 在沟通中回复了您`],
      ['comment.added', to.others, `${actor.name} 在您参与的沟通中发言`],
    ];
    const wanted = [...new Set(groups.flatMap(([, ids]) => ids))];
    const reached = (await this.people.actors(matter.tenant, wanted)).filter((one) =>
      mayReadWords(one, matter, audience),
    );
    const messages = groups.flatMap(([topic, ids, title]) => {
      const fresh = ids.filter((id) => !told.has(id) && reached.some((one) => one.personId === id));
      fresh.forEach((id) => told.add(id));
      return fresh.length > 0 ? [tell(matter, topic, fresh, title)] : [];
    });
    await this.outbox.add(matter.tenant, messages, at);
  }
}

/** @throws Problem 422 when somebody without a unit speaks inside one, or for a unit that is not theirs */
function audienceOf(actor: Actor, matter: Matter, { scope, unitId }: SayBody): Audience {
  const units = speakingUnits(actor, matter);
  const chosen = unitId === undefined ? units[0] : units.find((id) => id === unitId);
  if (chosen === undefined && (scope === 'unit' || unitId !== undefined)) throw noUnit();
  return { scope, unitId: chosen ?? null };
}

const noUnit = (): Problem =>
  new Problem({
    status: 422,
    code: 'no-unit',
    title: '您在这个单位没有岗位，不能在单位内部发言',
    detail: '请改为对所有能查看这件事的人发言。',
    field: 'unitId',
  });

const wider = (): Problem =>
  new Problem({
    status: 422,
    code: 'reply-wider',
    title: '这条消息只在单位内部可见，回复也只能在该单位内部',
    detail: '请把可见范围改为“仅本单位”，或者不引用这条消息另外发言。',
    field: 'scope',
  });

const withdrawn = (): Problem =>
  new Problem({
    status: 422,
    code: 'reply-withdrawn',
    title: '要回复的消息已经撤回',
    detail: '请取消回复，直接发言。',
    field: 'replyTo',
  });

function unreachable(names: readonly string[], { scope }: Audience): Problem {
  const who = names.length > 0 ? names.join('、') : '有的人';
  return new Problem({
    status: 422,
    code: 'mention-cannot-read',
    title: `${who}看不到这条消息，不能提到`,
    detail: scope === 'unit' ? '只能提到本单位的人；需要其他人看到的，请改变可见范围。' : '请先把这件事抄送给对方。',
    field: 'mentionIds',
  });
}
