import { Injectable } from '@nestjs/common';
import type { Actor, AppAbility } from '@chengban/domain';
import { Clock } from '../database/clock.js';
import { notFound } from '../http/problems/common-problems.js';
import { PhrasesReadModel } from './phrases.read-model.js';
import { PhrasesStore } from './phrases.store.js';

/** Counts that somebody picked a phrase: what is picked often stands first. */
@Injectable()
export class UsePhraseUseCase {
  constructor(
    private readonly phrases: PhrasesReadModel,
    private readonly store: PhrasesStore,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 for one that is not this person's to pick */
  async execute({ tenant, personId }: Actor, ability: AppAbility, id: string): Promise<void> {
    const known = await this.phrases.list(ability, tenant, personId);
    if (!known.some((phrase) => phrase.id === id)) throw notFound('这条常用意见');
    await this.store.countUse(tenant, personId, id, this.clock.date());
  }
}
