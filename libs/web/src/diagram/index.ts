// A door of its own: bpmn-js must never land in the first chunk of an app.
export { FlowDiagram } from './flow-diagram.js';
export type { FlowDiagramProps } from './flow-diagram.js';
export { fit } from './fit.js';
