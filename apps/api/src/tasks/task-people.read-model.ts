import { Injectable } from '@nestjs/common';
import { choicesIn, unitOf, unitsOf, type Actor } from '@chengban/domain';
import { InstanceStateReadModel } from '../instances/instance-state.read-model.js';
import { PersonSearchReadModel, type FoundPerson } from '../people/person-search.read-model.js';
import { TasksReadModel, type Reader } from './tasks.read-model.js';

export interface PeopleQuestion {
  readonly words: string;
  /** a later step whose people the starter chooses: only those within its range */
  readonly choice?: string;
  /** only those to whom the task may be passed on */
  readonly transfer: boolean;
}

const MOST = 20;

/** Who can be named on a task: in a field of its form, as the next holder, as a signer, for a later step. */
@Injectable()
export class TaskPeopleReadModel {
  constructor(
    private readonly tasks: TasksReadModel,
    private readonly instances: InstanceStateReadModel,
    private readonly people: PersonSearchReadModel,
  ) {}

  /** Those near first: the unit whose matter it is for drafts, else one's own. Null when the task cannot be seen. */
  async find({ actor, ability }: Reader, id: string, question: PeopleQuestion): Promise<readonly FoundPerson[] | null> {
    const record = await this.tasks.find({ actor, ability }, id);
    if (!record) return null;
    const may = await this.fitting(actor, record.item.instanceId, record.purpose === 'draft', question);
    const near = [...unitsOf(actor)];
    return this.people.find(ability, actor.tenant, { words: question.words, near, limit: MOST }, may);
  }

  private async fitting(
    { tenant, personId, memberships }: Actor,
    instanceId: string,
    drafts: boolean,
    { choice, transfer }: PeopleQuestion,
  ): Promise<(person: Actor) => boolean> {
    if (choice === undefined && !transfer) return () => true;
    const instance = await this.instances.state(tenant, instanceId);
    if (choice !== undefined) {
      const range = choicesIn(instance.flow.workflow).find(({ nodeId }) => nodeId === choice)?.assignment;
      if (!range) return () => false;
      const unit = range.unit === undefined ? undefined : unitOf(range.unit, instance);
      return (person) =>
        person.memberships.some(
          (seat) =>
            (unit === undefined || seat.unitId === unit) && (range.role === undefined || seat.role === range.role),
        );
    }
    const units = new Set([instance.unitId, ...memberships.map(({ unitId }) => unitId)]);
    return (person) =>
      person.personId !== personId && (!drafts || person.memberships.some(({ unitId }) => units.has(unitId)));
  }
}
