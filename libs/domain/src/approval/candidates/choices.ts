import type { Assignment } from '../../bpmn/model.js';
import { nodeInfo } from '../../run/node-info.js';
import type { NodeInfo } from '../../run/node-info.js';
import type { Workflow } from '../../run/workflow.js';
import type { Refusal } from '../../shared/refusal.js';
import { fail, ok } from '../../shared/result.js';
import type { Result } from '../../shared/result.js';
import type { Choices, MatterContext } from '../act.js';
import * as refusals from '../refusals.js';
import type { Standing } from '../standing/standing.js';

type ByChoice = Extract<Assignment, { readonly kind: 'chosen' }>;

/** A node whose people the starter chooses (发起人自选). */
export interface Choice {
  readonly nodeId: string;
  readonly name: string;
  readonly assignment: ByChoice;
}

export function choicesIn(workflow: Workflow): readonly Choice[] {
  return Object.keys(workflow.compiled.nodes).flatMap((nodeId) => {
    const node = nodeInfo(workflow, nodeId);
    const assignment = node === null ? undefined : choiceOf(node);
    return node === null || assignment === undefined ? [] : [{ nodeId, name: node.name, assignment }];
  });
}

const choiceOf = ({ assignment, moreAssignments = [] }: NodeInfo): ByChoice | undefined =>
  [...(assignment ? [assignment] : []), ...moreAssignments].find((each): each is ByChoice => each.kind === 'chosen');

/** The standing with what was chosen, or why that cannot be: each node keeps its own people, however many are chosen at once. */
export function withChoices(context: MatterContext, chosen: Choices | undefined): Result<Standing, Refusal> {
  const { workflow, standing, choosable } = context;
  if (chosen === undefined) return ok(standing);
  const choices = new Map(choicesIn(workflow).map((choice) => [choice.nodeId, choice]));
  for (const [nodeId, persons] of Object.entries(chosen)) {
    const choice = choices.get(nodeId);
    if (choice === undefined) return fail(refusals.notAChoice(nodeInfo(workflow, nodeId)?.name ?? nodeId));
    const { max } = choice.assignment;
    if (max !== undefined && persons.length > max) return fail({ ...refusals.tooManyChosen(max), field: 'chosen' });
    if (persons.some((id) => standing.drafterIds.includes(id)))
      return fail({ ...refusals.drafterChosen(), field: 'chosen' });
    if (choosable !== undefined && !persons.every((id) => choosable(choice.assignment, id)))
      return fail(refusals.notAChoice(choice.name));
  }
  const all = Object.entries(chosen).filter(([, persons]) => persons.length > 0);
  return ok({ ...standing, chosen: { ...standing.chosen, ...Object.fromEntries(all) } });
}
