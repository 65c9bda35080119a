import {
  ACTIVITIES,
  CALLABLE,
  CHOREOGRAPHY_ACTIVITIES,
  EVENTS,
  EVENT_DEFINITIONS,
  FLOW_NODES,
  ITEM_AWARE,
} from './kinds.js';

/** What a reference may lead to. `decisive`: it decides what runs, so that reading already refuses one into nothing. */
export interface ReferenceKind {
  readonly to: readonly string[];
  readonly decisive?: true;
  /** may well be described in another file (WSDL), so nothing is said about one that leads nowhere */
  readonly elsewhere?: true;
}

const CONVERSATIONS = ['conversation', 'subConversation', 'callConversation'];
const COLLABORATIONS = ['collaboration', 'choreography', 'globalConversation', 'globalChoreographyTask'];
// choreography activities are none, but a collaboration is drawn with a choreography between its pools (§11.1)
const INTERACTION = ['participant', ...ACTIVITIES, ...EVENTS, ...CONVERSATIONS, ...CHOREOGRAPHY_ACTIVITIES];
const SOURCES = [...FLOW_NODES, ...CHOREOGRAPHY_ACTIVITIES];
const decisive = (...to: readonly string[]): ReferenceKind => ({ to, decisive: true });
const plain = (...to: readonly string[]): ReferenceKind => ({ to });
const elsewhere = (...to: readonly string[]): ReferenceKind => ({ to, elsewhere: true });

/** By `element@attribute`, else by `@attribute`. */
export const ATTRIBUTES: Readonly<Record<string, ReferenceKind>> = {
  'sequenceFlow@sourceRef': decisive(...SOURCES),
  'sequenceFlow@targetRef': decisive(...SOURCES),
  'messageFlow@sourceRef': decisive(...INTERACTION),
  'messageFlow@targetRef': decisive(...INTERACTION),
  'boundaryEvent@attachedToRef': decisive(...ACTIVITIES),
  '@default': decisive('sequenceFlow'),
  '@messageRef': decisive('message'),
  '@operationRef': elsewhere('operation'),
  '@errorRef': decisive('error'),
  '@escalationRef': decisive('escalation'),
  '@signalRef': decisive('signal'),
  'compensateEventDefinition@activityRef': decisive(...ACTIVITIES),
  '@itemRef': plain('itemDefinition'),
  '@itemSubjectRef': plain('itemDefinition'),
  'error@structureRef': plain('itemDefinition'),
  'escalation@structureRef': plain('itemDefinition'),
  'signal@structureRef': plain('itemDefinition'),
  '@processRef': plain('process'),
  '@definitionalCollaborationRef': plain(...COLLABORATIONS),
  '@dataObjectRef': plain('dataObject'),
  '@dataStoreRef': plain('dataStore'),
  '@categoryValueRef': plain('categoryValue'),
  '@parameterRef': plain('resourceParameter'),
  '@correlationKeyRef': plain('correlationKey'),
  '@correlationPropertyRef': plain('correlationProperty'),
  '@initiatingParticipantRef': plain('participant'),
  '@noneBehaviorEventRef': plain(...EVENT_DEFINITIONS),
  '@oneBehaviorEventRef': plain(...EVENT_DEFINITIONS),
};

/** Elements whose text is a reference, by `parent/element`, else by `/element`. */
export const ELEMENTS: Readonly<Record<string, ReferenceKind>> = {
  '/incoming': plain('sequenceFlow'),
  '/outgoing': plain('sequenceFlow'),
  '/dataInputRefs': plain('dataInput'),
  '/optionalInputRefs': plain('dataInput'),
  '/whileExecutingInputRefs': plain('dataInput'),
  '/dataOutputRefs': plain('dataOutput'),
  '/optionalOutputRefs': plain('dataOutput'),
  '/whileExecutingOutputRefs': plain('dataOutput'),
  '/inputSetRefs': plain('inputSet'),
  '/outputSetRefs': plain('outputSet'),
  'dataInputAssociation/sourceRef': plain(...ITEM_AWARE),
  'dataInputAssociation/targetRef': plain(...ITEM_AWARE),
  'dataOutputAssociation/sourceRef': plain(...ITEM_AWARE),
  'dataOutputAssociation/targetRef': plain(...ITEM_AWARE),
  '/loopDataInputRef': plain(...ITEM_AWARE),
  '/loopDataOutputRef': plain(...ITEM_AWARE),
  '/eventDefinitionRef': decisive(...EVENT_DEFINITIONS),
  'linkEventDefinition/source': plain('linkEventDefinition'),
  'linkEventDefinition/target': plain('linkEventDefinition'),
  '/flowNodeRef': plain(...SOURCES),
  '/inMessageRef': plain('message'),
  '/outMessageRef': plain('message'),
  'operation/errorRef': plain('error'),
  '/operationRef': elsewhere('operation'),
  '/interfaceRef': elsewhere('interface'),
  '/supportedInterfaceRef': elsewhere('interface'),
  '/participantRef': plain('participant'),
  '/innerParticipantRef': plain('participant'),
  '/outerParticipantRef': plain('participant'),
  '/choreographyRef': plain('choreography'),
  '/resourceRef': plain('resource'),
  '/correlationPropertyRef': plain('correlationProperty'),
  '/supports': plain('process'),
  '/categoryValueRef': plain('categoryValue'),
};

/** A call may lead to another published flow by its key. */
export const CALLED: ReferenceKind = elsewhere(...CALLABLE);
