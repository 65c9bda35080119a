import { factsOf } from './file-facts.js';
import type { FileFacts } from './file-facts.js';
import type { FlowModel, MessageFlow, ProcessModel, UnsupportedPart } from '../model.js';
import { CANCEL_UNTIL, DEDUPES } from '../model/approval.js';
import { child, children, flag, idOf, nameOf, refId, text } from './moddle-element.js';
import type { ModdleElement } from './moddle-element.js';
import { readActivity } from './read-activity.js';
import { choicesOf } from './read-choice.js';
import { readScope } from './read-scope.js';
import { supportedElements } from '../supported-elements.js';

const refusedParts = new Set(supportedElements.filter((each) => each.status === 'refused').map((each) => each.element));

/**
 * Reads the file's processes and global tasks. `main` is the one an instance runs; `roots` are the definitions' other
 * elements: pools, errors, choreographies …
 */
export function readProcesses(
  main: ModdleElement,
  roots: readonly ModdleElement[],
): Omit<FlowModel, 'constraintFindings' | 'decisions'> {
  const facts = factsOf(roots);
  const others = roots.filter((each) => each !== main).flatMap((each) => readProcess(each, facts));
  const collaborations = roots.filter((each) => each.$type === 'bpmn:Collaboration');
  const choices = choicesOf(main);
  return {
    processId: idOf(main),
    name: nameOf(main) || poolName(main, collaborations),
    form: text(main, 'chengban:form'),
    dedupe: choices.one('dedupe', DEDUPES),
    cancelUntil: choices.one('cancelUntil', CANCEL_UNTIL),
    settingProblems: choices.problems,
    root: readScope(main, facts),
    others,
    messageFlows: collaborations.flatMap((each) => children(each, 'messageFlows').map(readMessageFlow)),
    unsupported: [...roots, ...collaborations.flatMap((each) => children(each, 'conversations'))]
      .filter((each) => refusedParts.has(each.$type))
      .map((each): UnsupportedPart => ({ id: idOf(each), element: each.$type, name: nameOf(each) })),
  };
}

function readProcess(element: ModdleElement, facts: FileFacts): readonly ProcessModel[] {
  const named = { id: idOf(element), name: nameOf(element) };
  if (element.$type === 'bpmn:Process') {
    const executable = flag(element, 'isExecutable');
    return [{ ...named, kind: 'process', executable, root: readScope(element, facts) }];
  }
  if (!isGlobalTask(element)) return [];
  // the task inside gets an id of its own: the global task's id names the scope
  const inside = { id: `${named.id}.task`, name: named.name };
  const task = readActivity(element, inside, facts, (container) => readScope(container, facts));
  const root = { id: named.id, nodes: task === null ? [] : [task], flows: [], data: [], lanes: [] };
  return [{ ...named, kind: 'globalTask', executable: true, root }];
}

const isGlobalTask = ({ $type }: ModdleElement): boolean => /^bpmn:Global\w*Task$/.test($type);

const poolName = (process: ModdleElement, collaborations: readonly ModdleElement[]): string => {
  const pools = collaborations.flatMap((each) => children(each, 'participants'));
  const pool = pools.find((each) => child(each, 'processRef') === process);
  return pool === undefined ? '' : nameOf(pool);
};

const readMessageFlow = (flow: ModdleElement): MessageFlow => ({
  id: idOf(flow),
  name: nameOf(flow),
  source: refId(flow, 'sourceRef') ?? '',
  target: refId(flow, 'targetRef') ?? '',
});
