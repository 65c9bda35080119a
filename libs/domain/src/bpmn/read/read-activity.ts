import { ownMessage } from './file-facts.js';
import type { FileFacts } from './file-facts.js';
import type { Activity, ActivityBase, UserTask } from '../model.js';
import { flag, idOf, number, refId, text } from './moddle-element.js';
import type { ModdleElement } from './moddle-element.js';
import { readApproval } from './read-approval.js';
import { readAssignments } from './read-assignment.js';
import { readFields } from './read-fields.js';
import { readLoop } from './read-loop.js';
import { readInputs, readOutputs } from './read-mappings.js';
import type { Named, ReadScope } from './read-node.js';
import { readSubProcess } from './read-sub-process.js';

/** A task, sub-process or call activity (§10.3); null for anything else. A global task reads as the task it is. */
export function readActivity(
  element: ModdleElement,
  named: Named,
  facts: FileFacts,
  readScope: ReadScope,
): Activity | null {
  const base: ActivityBase = {
    ...named,
    loop: readLoop(element),
    forCompensation: flag(element, 'isForCompensation'),
    startQuantity: number(element, 'startQuantity') ?? 1,
    completionQuantity: number(element, 'completionQuantity') ?? 1,
    defaultFlow: refId(element, 'default'),
    inputs: readInputs(element),
    outputs: readOutputs(element),
  };
  switch (element.$type) {
    case 'bpmn:Task':
    case 'bpmn:GlobalTask':
      return { kind: 'task', ...base };
    case 'bpmn:ManualTask':
    case 'bpmn:GlobalManualTask':
      return { kind: 'manualTask', ...base };
    case 'bpmn:UserTask':
    case 'bpmn:GlobalUserTask':
      return { kind: 'userTask', ...base, ...userFacts(element) };
    case 'bpmn:ServiceTask':
      return { kind: 'serviceTask', ...base, handler: text(element, 'chengban:handler') };
    case 'bpmn:SendTask':
      return { kind: 'sendTask', ...base, ...messageFacts(element, facts) };
    case 'bpmn:ReceiveTask':
      return {
        kind: 'receiveTask',
        ...base,
        ...messageFacts(element, facts),
        instantiate: flag(element, 'instantiate'),
      };
    case 'bpmn:ScriptTask':
    case 'bpmn:GlobalScriptTask':
      return { kind: 'scriptTask', ...base, ...scriptFacts(element) };
    case 'bpmn:BusinessRuleTask':
    case 'bpmn:GlobalBusinessRuleTask': {
      const result = text(element, 'chengban:resultVariable');
      return { kind: 'businessRuleTask', ...base, decision: text(element, 'chengban:decision'), result };
    }
    case 'bpmn:CallActivity':
      return { kind: 'callActivity', ...base, called: localName(text(element, 'calledElement')) };
    case 'bpmn:SubProcess':
    case 'bpmn:Transaction':
    case 'bpmn:AdHocSubProcess':
      return readSubProcess(element, base, readScope);
    default:
      return null;
  }
}

/** A qualified name means its local part: the file's own processes, or the key of a published flow. */
const localName = (name: string | null): string | null => (name === null ? null : name.slice(name.indexOf(':') + 1));

const messageFacts = (element: ModdleElement, { messages }: FileFacts) => ({
  message: ownMessage(element) ?? messages.get(idOf(element)) ?? null,
  correlation: text(element, 'chengban:correlation'),
});

const userFacts = (element: ModdleElement): Omit<UserTask, 'kind' | keyof ActivityBase> => ({
  purpose: text(element, 'chengban:purpose') === 'draft' ? 'draft' : 'review',
  ...readAssignments(element),
  approveLabel: text(element, 'chengban:approveLabel'),
  submitLabel: text(element, 'chengban:submitLabel'),
  dueWorkdays: number(element, 'chengban:dueWorkdays'),
  clockContinues: text(element, 'chengban:clock') === 'continues',
  returnTo: text(element, 'chengban:returnTo'),
  ...readApproval(element),
  ...readFields(element),
});

function scriptFacts(element: ModdleElement) {
  const script = text(element, 'script');
  const language = text(element, 'scriptFormat') ?? text(element, 'scriptLanguage');
  return {
    script: script === null ? null : { text: script, language },
    result: text(element, 'chengban:resultVariable'),
  };
}
