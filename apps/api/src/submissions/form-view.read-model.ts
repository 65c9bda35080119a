import { Injectable } from '@nestjs/common';
import {
  accessAt,
  hidesAny,
  leastGenerous,
  mostGenerous,
  principalsIn,
  unitsOf,
  type Actor,
  type Assignment,
  type CompiledNode,
  type FormAccess,
} from '@chengban/domain';
import { Transactions } from '../database/transactions.js';
import type { Flow } from '../definitions/flows.read-model.js';

/** A matter, as far as who may read its form goes. */
export interface ReadMatter {
  readonly instanceId: string;
  readonly unitId: string;
  readonly supervisorUnitId: string;
  readonly flow: Flow;
}

/**
 * What of a form somebody may read. With an open task in the matter: what its node shows, whichever page asks. Without:
 * the most that one of the own nodes shows, where one was a candidate before or which are assigned to one's units. Who
 * has no node at all: what no node hides. What comes out never allows writing.
 */
@Injectable()
export class FormViewReadModel {
  constructor(private readonly transactions: Transactions) {}

  async of(actor: Actor, matter: ReadMatter): Promise<FormAccess> {
    const { form } = matter.flow;
    const nodes = formNodes(matter.flow);
    const all = [...nodes.values()].map((node) => accessAt(form, node));
    if (!all.some(hidesAny)) return mostGenerous(form, all.length > 0 ? all : [accessAt(form, {})]);
    const mine = await this.tasksOf(actor, matter);
    const open = mine.filter((task) => task.open);
    const units = new Set(unitsOf(actor));
    const own = open.length > 0 ? open : mine;
    const ids = new Set(own.map(({ nodeId }) => nodeId));
    if (open.length === 0)
      for (const [id, node] of nodes) if (unitsAt(node, matter).some((unit) => units.has(unit))) ids.add(id);
    const seen = [...ids].flatMap((id) => nodes.get(id) ?? []).map((node) => accessAt(form, node));
    return seen.length > 0 ? mostGenerous(form, seen) : leastGenerous(form, all);
  }

  /** Tasks of which the reader, or somebody for whom they stand in, is or was a candidate. */
  private tasksOf(actor: Actor, { instanceId, flow }: ReadMatter) {
    return this.transactions.current().query<{ nodeId: string; open: boolean }[]>(
      `SELECT DISTINCT node_id AS "nodeId", status = 'open' AS open FROM task
          WHERE tenant = $1 AND instance_id = $2 AND candidate_ids && $3::uuid[]`,
      [actor.tenant, instanceId, [actor.personId, ...principalsIn(actor, flow.key)]],
    );
  }
}

/** The nodes at which people meet the form. */
export const formNodes = ({ workflow }: Flow): ReadonlyMap<string, CompiledNode> =>
  new Map(Object.entries(workflow.compiled.nodes).filter(([, { kind }]) => kind === 'userTask'));

/** A drafting node is always one of the unit that answers for the obligation. Expressions are known by their tasks. */
function unitsAt(node: CompiledNode, { unitId, supervisorUnitId }: ReadMatter): string[] {
  const assigned = [node.assignment, ...(node.moreAssignments ?? [])].flatMap((each) => unitOf(each) ?? []);
  const named = assigned.map((unit) =>
    unit === 'responsible' ? unitId : unit === 'supervisor' ? supervisorUnitId : unit,
  );
  return node.purpose === 'draft' ? [...named, unitId] : named;
}

const unitOf = (assignment: Assignment | undefined): string | undefined =>
  assignment?.kind === 'role' ? assignment.unit : undefined;
