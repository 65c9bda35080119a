const HEAD =
  '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:chengban="urn:chengban:bpmn:1" id="definitions" targetNamespace="t">';

/** A file with the given root elements. */
export const bpmnFile = (roots: string): string => `${HEAD}${roots}</bpmn:definitions>`;

/** A file with one process and what stands beside it. */
export const bpmnProcess = (inside: string, roots = ''): string =>
  bpmnFile(`<bpmn:process id="p" isExecutable="true">${inside}</bpmn:process>${roots}`);
