// A door of its own: bpmn-js must never land in the first chunk of an app.
export { FlowDiagram } from './flow-diagram';
export type { FlowDiagramProps } from './flow-diagram';
export { fit } from './fit';
