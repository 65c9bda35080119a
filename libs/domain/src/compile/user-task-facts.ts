import type { UserTask } from '../bpmn/model.js';
import type { CompiledNode } from './compiled-flow.js';

/** What the run needs to know of a task that people do. */
export const userTaskFacts = (node: UserTask): Partial<CompiledNode> => ({
  purpose: node.purpose,
  ...(node.assignment && { assignment: node.assignment }),
  ...(node.moreAssignments.length > 0 && { moreAssignments: node.moreAssignments }),
  ...(node.seats && { seats: node.seats }),
  ...(node.approveLabel !== null && { approveLabel: node.approveLabel }),
  ...(node.submitLabel !== null && { submitLabel: node.submitLabel }),
  ...(node.dueWorkdays !== null && { dueWorkdays: node.dueWorkdays }),
  ...(node.clockContinues && { clockContinues: true }),
  ...(node.returnTo !== null && { returnTo: node.returnTo }),
  ...(node.returnWhere && { returnWhere: node.returnWhere }),
  ...(node.returnAfter && { returnAfter: node.returnAfter }),
  ...(node.verbs && { verbs: node.verbs }),
  ...(node.copies.length > 0 && { copies: node.copies }),
  ...(node.remindWorkdays !== null && { remindWorkdays: node.remindWorkdays }),
  ...(node.escalateWorkdays !== null && { escalateWorkdays: node.escalateWorkdays }),
  ...(node.fields.length > 0 && { fields: node.fields }),
});
