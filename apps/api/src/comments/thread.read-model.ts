import { Injectable } from '@nestjs/common';
import type { Actor, AppAbility } from '@chengban/domain';
import { Clock } from '../database/clock.js';
import { pageOf, rowsWanted } from '../http/paging/cursor.js';
import type { PageQuery } from '../http/paging/page.js';
import { placeAfter } from '../http/paging/place.js';
import { notAllowed, notFound } from '../http/problems/common-problems.js';
import { MatterReadModel, type Matter } from '../matters/matter.read-model.js';
import { inWords, OfferedVerbsReadModel } from '../matters/offered-verbs.read-model.js';
import { PeopleReadModel } from '../people/people.read-model.js';
import { PersonSearchReadModel, type FoundPerson } from '../people/person-search.read-model.js';
import { speakingUnits } from './audience.js';
import type { CommentsDto, PeopleSearchQuery } from './comments.dto.js';
import { CommentsReadModel } from './comments.read-model.js';
import { mayComment, mayReadWords, ONLY_THOSE_ON_IT } from './may-comment.js';
import { withdrawableUntil } from './withdraw-comment.use-case.js';

/** As many as fit a list that opens while one types. */
const FOUND = 20;

/** The thread as one person has it: what they read, what they may take back, to whom they may speak. */
@Injectable()
export class ThreadReadModel {
  constructor(
    private readonly matters: MatterReadModel,
    private readonly offered: OfferedVerbsReadModel,
    private readonly comments: CommentsReadModel,
    private readonly people: PeopleReadModel,
    private readonly search: PersonSearchReadModel,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 */
  async page(actor: Actor, ability: AppAbility, id: string, query: PageQuery): Promise<CommentsDto> {
    const matter = await this.matter(ability, actor, id);
    const place = { after: placeAfter(query.cursor), limit: rowsWanted(query) };
    const rows = await this.comments.list(ability, actor.tenant, id, place);
    const now = this.clock.date();
    const page = pageOf(
      rows,
      query,
      (row) => row.cursor,
      ({ item }) => {
        const until = withdrawableUntil(item.createdAt);
        const mine = item.author.id === actor.personId && item.withdrawnAt === null && now <= until;
        return { ...item, withdrawableUntil: mine ? until : null };
      },
    );
    const refusal = await this.refusal(ability, matter);
    return { ...page, audiences: refusal === null ? await this.audiences(actor, matter) : [], refusal };
  }

  /** @throws Problem 404, 403 */
  async mentionable(actor: Actor, ability: AppAbility, id: string, query: PeopleSearchQuery): Promise<FoundPerson[]> {
    const matter = await this.matter(ability, actor, id);
    if (!mayComment(ability, matter)) throw notAllowed(ONLY_THOSE_ON_IT);
    await this.offered.require(matter, 'comment');
    const units = speakingUnits(actor, matter);
    const unitId = units.find((unit) => unit === query.unitId) ?? units[0] ?? null;
    const audience = { scope: query.scope ?? ('matter' as const), unitId };
    const near = [matter.unitId, ...matter.readerUnitIds];
    const others = await this.search.find(
      ability,
      actor.tenant,
      { words: query.q ?? '', near, limit: FOUND },
      (person) => person.personId !== actor.personId && mayReadWords(person, matter, audience),
    );
    return others;
  }

  /** Why this person cannot speak here, or null. */
  private async refusal(ability: AppAbility, matter: Matter): Promise<string | null> {
    if (!mayComment(ability, matter)) return ONLY_THOSE_ON_IT;
    const narrowed = await this.offered.refusal(matter, 'comment');
    return narrowed && inWords(narrowed);
  }

  private async matter(ability: AppAbility, { tenant }: Actor, id: string): Promise<Matter> {
    const matter = await this.matters.find(ability, tenant, id);
    if (!matter) throw notFound('这件事');
    return matter;
  }

  private async audiences(actor: Actor, matter: Matter): Promise<CommentsDto['audiences']> {
    const units = speakingUnits(actor, matter);
    const names = await this.people.unitNamesOf(actor.tenant, units);
    return [
      { scope: 'matter', unit: null },
      ...units.map((id) => ({ scope: 'unit' as const, unit: { id, name: names.get(id) ?? '' } })),
    ];
  }
}
