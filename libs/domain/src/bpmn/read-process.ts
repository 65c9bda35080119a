import type { FlowModel, Scope, UnsupportedPart } from './model.js';
import { children, idOf, nameOf, text } from './moddle-element.js';
import type { ModdleElement } from './moddle-element.js';
import { readFlow } from './read-flow.js';
import { readNode } from './read-node.js';
import { isDrawnOnly } from './supported-elements.js';

/** Reads the process and everything nested in it. `roots` are the other elements of the file: errors, pools … */
export function readProcess(process: ModdleElement, roots: readonly ModdleElement[]): FlowModel {
  const unsupported: UnsupportedPart[] = [];
  const root = readScope(process, unsupported);
  for (const collaboration of roots.filter((each) => each.$type === 'bpmn:Collaboration')) {
    for (const flow of children(collaboration, 'messageFlows')) {
      unsupported.push({ id: idOf(flow), element: 'bpmn:MessageFlow', name: nameOf(flow) });
    }
  }
  for (const each of roots) {
    if (each.$type === 'bpmn:Choreography' || each.$type === 'bpmn:GlobalConversation') {
      unsupported.push({ id: idOf(each), element: each.$type, name: nameOf(each) });
    }
  }
  return { processId: idOf(process), name: nameOf(process), form: text(process, 'chengban:form'), root, unsupported };
}

function readScope(container: ModdleElement, unsupported: UnsupportedPart[]): Scope {
  const nodes = [];
  const flows = [];
  for (const element of children(container, 'flowElements')) {
    if (element.$type === 'bpmn:SequenceFlow') flows.push(readFlow(element));
    else if (!isDrawnOnly(element.$type)) {
      nodes.push(readNode(element, unsupported, (inner) => readScope(inner, unsupported)));
    }
  }
  return { id: idOf(container), nodes, flows };
}
