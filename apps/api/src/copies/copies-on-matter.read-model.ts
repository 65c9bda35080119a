import { Injectable } from '@nestjs/common';
import { subject } from '@casl/ability';
import { civilDateInShanghai, ROLES, type Actor, type AppAbility } from '@chengban/domain';
import { Clock } from '../database/clock.js';
import { FlowsReadModel } from '../definitions/flows.read-model.js';
import { notAllowed, notFound } from '../http/problems/common-problems.js';
import { instanceFields, MatterReadModel, type Matter } from '../matters/matter.read-model.js';
import { inWords, OfferedVerbsReadModel } from '../matters/offered-verbs.read-model.js';
import { PersonSearchReadModel, type FoundPerson } from '../people/person-search.read-model.js';
import { COPY_KINDS, type SentCopiesDto } from './copies.dto.js';
import { CopiesReadModel } from './copies.read-model.js';
import { ONLY_THOSE_ON_IT } from './make-copies.use-case.js';

/** As many as fit a list that opens while one types. */
const FOUND = 20;

/** 传阅情况: who was sent a matter, who has read it and who is still missing. */
@Injectable()
export class CopiesOnMatterReadModel {
  constructor(
    private readonly matters: MatterReadModel,
    private readonly offered: OfferedVerbsReadModel,
    private readonly copies: CopiesReadModel,
    private readonly flows: FlowsReadModel,
    private readonly search: PersonSearchReadModel,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 */
  async list({ tenant }: Actor, ability: AppAbility, id: string): Promise<SentCopiesDto> {
    const matter = await this.matter(ability, tenant, id);
    const { nodes } = (await this.flows.flow(tenant, matter.definitionVersionId)).workflow.compiled;
    const today = civilDateInShanghai(this.clock.now());
    const sent = await this.copies.sent(tenant, id);
    const may = mayCopy(ability, matter);
    return {
      items: sent.map(({ role, nodeId, ...copy }) => ({
        ...copy,
        roleName: role && ROLES[role],
        nodeName: nodeId && (nodes[nodeId]?.name || nodeId),
      })),
      ...(await this.sendable(may, matter)),
      remindable: may ? sent.filter(({ waiting, remindedOn }) => waiting && remindedOn !== today).length : 0,
    };
  }

  /** Whom one may send it to: anybody who works in the city. @throws Problem 404, 403 */
  async recipients(actor: Actor, ability: AppAbility, id: string, words: string): Promise<FoundPerson[]> {
    const { tenant, personId } = actor;
    const matter = await this.matter(ability, tenant, id);
    if (!mayCopy(ability, matter)) throw notAllowed(ONLY_THOSE_ON_IT);
    const near = [matter.unitId, ...matter.readerUnitIds];
    return this.search.find(ability, tenant, { words, near, limit: FOUND }, (one) => one.personId !== personId);
  }

  /** 抄送 and 传阅, as far as the matter can be sent so now; why not, where it can in neither way. */
  private async sendable(may: boolean, matter: Matter): Promise<Pick<SentCopiesDto, 'kinds' | 'refusal'>> {
    if (!may) return { kinds: [], refusal: ONLY_THOSE_ON_IT };
    const refused = await Promise.all(COPY_KINDS.map((kind) => this.offered.refusal(matter, kind)));
    const kinds = COPY_KINDS.filter((_, at) => refused[at] === null);
    const [narrowed] = refused;
    return { kinds, refusal: kinds.length === 0 && narrowed ? inWords(narrowed) : null };
  }

  private async matter(ability: AppAbility, tenant: string, id: string): Promise<Matter> {
    const matter = await this.matters.find(ability, tenant, id);
    if (!matter) throw notFound('这件事');
    return matter;
  }
}

const mayCopy = (ability: AppAbility, matter: Matter): boolean =>
  ability.can('copy', subject('Instance', instanceFields(matter)) as never);
