import { boundaryEventRules } from './boundary-events.js';
import { callRules } from './calls.js';
import { collaborationRules } from './collaborations.js';
import { dataRules } from './data.js';
import { documentRules } from './documents.js';
import { endEventRules } from './end-events.js';
import { eventDefinitionRules } from './event-definitions.js';
import { expressionRules } from './expressions.js';
import { gatewayRules } from './gateways.js';
import { intermediateEventRules } from './intermediate-events.js';
import { linkRules } from './links.js';
import { loopRules } from './loops.js';
import { messageFlowRules } from './message-flows.js';
import { referenceRules } from './references.js';
import type { Rule } from './rule.js';
import { sequenceFlowRules } from './sequence-flows.js';
import { startEventRules } from './start-events.js';
import { subProcessRules } from './sub-processes.js';
import { taskRules } from './tasks.js';
import { timerRules } from './timers.js';

/** The constraints of the standard that its schema cannot say. A family is a file here and a page in docs/checks/standard. */
export const ruleFamilies: Readonly<Record<string, readonly Rule[]>> = {
  'sequence-flows': sequenceFlowRules,
  'message-flows': messageFlowRules,
  'start-events': startEventRules,
  'end-events': endEventRules,
  'intermediate-events': intermediateEventRules,
  'boundary-events': boundaryEventRules,
  links: linkRules,
  'event-definitions': eventDefinitionRules,
  timers: timerRules,
  gateways: gatewayRules,
  'sub-processes': subProcessRules,
  tasks: taskRules,
  loops: loopRules,
  expressions: expressionRules,
  data: dataRules,
  calls: callRules,
  collaborations: collaborationRules,
  documents: documentRules,
  references: referenceRules,
};

export const allRules: readonly Rule[] = Object.values(ruleFamilies).flat();
