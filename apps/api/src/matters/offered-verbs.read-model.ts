import { Injectable } from '@nestjs/common';
import { refuseWhereItStands, type NodeVerb, type Refusal } from '@chengban/domain';
import { FlowsReadModel } from '../definitions/flows.read-model.js';
import { Problem } from '../http/problems/problem.js';
import { MatterReadModel, type Matter } from './matter.read-model.js';

/** What the drawing offers beside the flow – 沟通, 抄送, 传阅, 延期申请 – at the nodes where a matter stands. */
@Injectable()
export class OfferedVerbsReadModel {
  constructor(
    private readonly flows: FlowsReadModel,
    private readonly matters: MatterReadModel,
  ) {}

  /** Why not, or null. */
  async refusal({ tenant, definitionVersionId, nodeIds }: Matter, verb: NodeVerb): Promise<Refusal | null> {
    const { workflow } = await this.flows.flow(tenant, definitionVersionId);
    return refuseWhereItStands(workflow, nodeIds, verb);
  }

  /** Why not in the matter that answers an obligation; null also where none has begun. */
  async refusalIn(tenant: string, instanceId: string | null, verb: NodeVerb): Promise<Refusal | null> {
    const matter = instanceId === null ? null : await this.matters.known(tenant, instanceId, 'read');
    return matter && this.refusal(matter, verb);
  }

  /** @throws Problem 422 `not-at-this-node` */
  async require(matter: Matter, verb: NodeVerb): Promise<void> {
    const refused = await this.refusal(matter, verb);
    if (refused !== null) throw Problem.from(refused, 422);
  }
}

/** The refusal as one sentence, for a page that shows no button instead. */
export const inWords = ({ message, cure = '' }: Refusal): string => `${message}${cure}`;
