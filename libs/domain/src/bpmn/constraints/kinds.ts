// Names of elements by the abstract classes of the standard.

export const SUB_PROCESSES = ['subProcess', 'transaction', 'adHocSubProcess'];
export const TASKS = [
  'task',
  'sendTask',
  'receiveTask',
  'serviceTask',
  'userTask',
  'manualTask',
  'scriptTask',
  'businessRuleTask',
];
export const ACTIVITIES = [...TASKS, ...SUB_PROCESSES, 'callActivity'];
export const GATEWAYS = [
  'exclusiveGateway',
  'inclusiveGateway',
  'parallelGateway',
  'complexGateway',
  'eventBasedGateway',
];
export const CATCH_EVENTS = ['startEvent', 'intermediateCatchEvent', 'boundaryEvent'];
export const THROW_EVENTS = ['intermediateThrowEvent', 'implicitThrowEvent', 'endEvent'];
export const EVENTS = [...CATCH_EVENTS, ...THROW_EVENTS];
export const CHOREOGRAPHY_ACTIVITIES = ['choreographyTask', 'subChoreography', 'callChoreography'];
export const FLOW_NODES = [...ACTIVITIES, ...GATEWAYS, ...EVENTS];
export const ARTIFACTS = ['association', 'group', 'textAnnotation'];
export const CONTAINERS = ['process', ...SUB_PROCESSES];
const GLOBAL_TASKS = ['globalTask', 'globalUserTask', 'globalManualTask', 'globalScriptTask', 'globalBusinessRuleTask'];
export const CALLABLE = ['process', ...GLOBAL_TASKS];
export const ITEM_AWARE = [
  'dataObject',
  'dataObjectReference',
  'dataStore',
  'dataStoreReference',
  'dataInput',
  'dataOutput',
  'property',
  'inputDataItem',
  'outputDataItem',
];
export const EVENT_DEFINITIONS = [
  'messageEventDefinition',
  'timerEventDefinition',
  'conditionalEventDefinition',
  'signalEventDefinition',
  'errorEventDefinition',
  'escalationEventDefinition',
  'cancelEventDefinition',
  'compensateEventDefinition',
  'linkEventDefinition',
  'terminateEventDefinition',
];
