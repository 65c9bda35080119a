import { Injectable } from '@nestjs/common';
import { roundDifference, type Actor, type AppAbility, type RoundDifference } from '@chengban/domain';
import type { EvidenceItem } from '../evidence/evidence.read-model.js';
import { SubmissionsReadModel } from './submissions.read-model.js';

interface Compared {
  readonly from: number;
  readonly to: number;
}

/** 对比: two rounds of one submission, by the same function that the pages use. */
@Injectable()
export class DifferenceReadModel {
  constructor(private readonly submissions: SubmissionsReadModel) {}

  /** Null when there are no such rounds, or none for this reader. */
  async between(
    actor: Actor,
    ability: AppAbility,
    id: string,
    { from, to }: Compared,
  ): Promise<(Compared & RoundDifference<EvidenceItem>) | null> {
    const found = await this.submissions.find(actor, ability, id);
    const [first, second] = [from, to].map((no) => found?.rounds.find((round) => round.no === no));
    return first && second ? { from, to, ...roundDifference(first, second) } : null;
  }
}
