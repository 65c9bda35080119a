import { Injectable } from '@nestjs/common';
import type { Actor, AppAbility, SubjectFields } from '@chengban/domain';
import { subject } from '@casl/ability';
import { v7 } from 'uuid';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import { invalidInput, notAllowed, notFound } from '../http/problems/common-problems.js';
import { Problem } from '../http/problems/problem.js';
import { cleanText } from '../instances/instances.module.js';
import { PhrasesStore, type Phrase } from './phrases.store.js';

/** As many as a list still lets one find. */
const MOST = 100;

const ONLY_REVIEWERS = '本单位的常用意见由审核人和负责人维护';

/** Adds, rewrites and drops phrases: one's own, or those of a unit for which one reviews. */
@Injectable()
export class ChangePhrasesUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: PhrasesStore,
    private readonly clock: Clock,
  ) {}

  /** @param unitId null: one's own @throws Problem 400 · 403 · 409 `phrase-exists` · 422 `too-many-phrases` */
  add({ tenant, personId }: Actor, ability: AppAbility, given: string, unitId: string | null): Promise<string> {
    const text = worded(given);
    const owner = { tenant, personId: unitId === null ? personId : null, unitId };
    if (!may(ability, 'create', owner)) throw notAllowed(ONLY_REVIEWERS);
    return this.transactions.inTransaction(async () => {
      if ((await this.store.count(owner)) >= MOST) throw tooMany();
      const phrase = { ...owner, id: v7(), text, createdAt: this.clock.date() };
      if (!(await this.store.insert(phrase))) throw exists();
      return phrase.id;
    });
  }

  /** @throws Problem 400 · 403 · 404 · 409 `phrase-exists` */
  rewrite(actor: Actor, ability: AppAbility, id: string, given: string): Promise<void> {
    const text = worded(given);
    return this.transactions.inTransaction(async () => {
      const phrase = await this.taken(actor, ability, 'update', id);
      if (!(await this.store.rewrite(phrase, text))) throw exists();
    });
  }

  /** @throws Problem 403 · 404 */
  drop(actor: Actor, ability: AppAbility, id: string): Promise<void> {
    return this.transactions.inTransaction(async () => {
      const phrase = await this.taken(actor, ability, 'delete', id);
      await this.store.remove(phrase.tenant, phrase.id);
    });
  }

  private async taken(
    { tenant }: Actor,
    ability: AppAbility,
    action: 'update' | 'delete',
    id: string,
  ): Promise<Phrase> {
    const phrase = await this.store.lock(tenant, id);
    if (!phrase || !may(ability, 'read', phrase)) throw notFound('这条常用意见');
    if (!may(ability, action, phrase)) throw notAllowed(ONLY_REVIEWERS);
    return phrase;
  }
}

function may(
  ability: AppAbility,
  action: 'read' | 'create' | 'update' | 'delete',
  { tenant, personId, unitId }: SubjectFields['Phrase'],
): boolean {
  return ability.can(action, subject('Phrase', { tenant, personId, unitId }) as never);
}

function worded(given: string): string {
  const text = cleanText(given).trim();
  if (text === '') throw invalidInput([{ field: 'text', message: '请填写常用意见' }]);
  return text;
}

const exists = (): Problem =>
  new Problem({
    status: 409,
    code: 'phrase-exists',
    title: '已经有这条常用意见',
    detail: '请直接从列表里选用。',
    field: 'text',
  });

const tooMany = (): Problem =>
  new Problem({
    status: 422,
    code: 'too-many-phrases',
    title: `常用意见最多 ${MOST} 条`,
    detail: '请先删去不再使用的。',
  });
