import type { Drawing, DrawnNode } from './drawing.js';

/** A drawing as BPMN text, without a diagram. */
export function toBpmn(drawing: Drawing): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="t">',
    '<bpmn:process id="process" isExecutable="true">',
    scope(drawing, 'process'),
    '</bpmn:process></bpmn:definitions>',
  ].join('\n');
}

function scope(drawing: Drawing, id: string): string {
  const nodes = drawing.nodes.filter((node) => node.scope === id).map((node) => element(drawing, node));
  const flows = drawing.flows
    .filter((flow) => flow.scope === id)
    .map((flow) => {
      const head = `<bpmn:sequenceFlow id="${flow.id}" sourceRef="${flow.from}" targetRef="${flow.to}"`;
      if (typeof flow.when !== 'number') return `${head} />`;
      return `${head}><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">choice.${flow.from} = ${flow.when}</bpmn:conditionExpression></bpmn:sequenceFlow>`;
    });
  return [...nodes, ...flows].join('\n');
}

function element(drawing: Drawing, node: DrawnNode): string {
  const { id, host } = node;
  switch (node.kind) {
    case 'start':
      return `<bpmn:startEvent id="${id}" />`;
    case 'end':
      return `<bpmn:endEvent id="${id}" />`;
    case 'errorEnd':
      return `<bpmn:endEvent id="${id}"><bpmn:errorEventDefinition /></bpmn:endEvent>`;
    case 'task':
      return `<bpmn:userTask id="${id}" />`;
    case 'and':
      return `<bpmn:parallelGateway id="${id}" />`;
    case 'xor': {
      const fallback = drawing.flows.find((flow) => flow.from === id && flow.when === null);
      return `<bpmn:exclusiveGateway id="${id}"${fallback ? ` default="${fallback.id}"` : ''} />`;
    }
    case 'sub':
      return `<bpmn:subProcess id="${id}">\n${scope(drawing, id)}\n</bpmn:subProcess>`;
    case 'timer':
      return `<bpmn:boundaryEvent id="${id}" attachedToRef="${host}"><bpmn:timerEventDefinition><bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>`;
    case 'error':
      return `<bpmn:boundaryEvent id="${id}" attachedToRef="${host}"><bpmn:errorEventDefinition /></bpmn:boundaryEvent>`;
  }
}
