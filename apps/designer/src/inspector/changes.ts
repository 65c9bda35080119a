import type { Element } from 'bpmn-js/lib/model/Types';
import type { FlowEditor } from '../design/flow-editor.js';
import type { Assignment } from '@chengban/domain';
import { withAssignments, type AssignmentElement } from '../modeler/assignment.js';
import { objectOf, type Moddle } from '../modeler/moddle.js';
import { timerProperties } from '../modeler/timer-definition.js';
import { withMappings, type Mapping, type MappingKind } from './mappings.js';
import type { TimerText } from './timer-setting.js';

// Everything the inspector changes goes through the command stack, so that undo covers it. Empty text removes a property.

export function setText(editor: FlowEditor, element: Element, property: string, text: string): void {
  editor.modeling.updateProperties(element, { [property]: text.trim() === '' ? undefined : text.trim() });
}

/** The name of a shape is also its label on the canvas. */
export function setName(editor: FlowEditor, element: Element, name: string): void {
  if (element === editor.process) setText(editor, element, 'name', name);
  else editor.modeling.updateLabel(element, name.trim());
}

const SEATS = ['seats', 'seatPer', 'passRatio', 'passCount', 'rejectCount', 'veto', 'decide'];
const REVIEW_ONLY = ['approveLabel', 'returnTo', 'returnWhere', 'returnAfter', ...SEATS];

/** A step that drafts has no verdict, one that reviews nothing to submit: what no longer applies goes with the change. */
export function setPurpose(editor: FlowEditor, task: Element, purpose: 'draft' | 'review'): void {
  editor.modeling.updateProperties(task, {
    'chengban:purpose': purpose,
    ...(purpose === 'draft'
      ? Object.fromEntries(REVIEW_ONLY.map((name) => [`chengban:${name}`, undefined]))
      : { 'chengban:submitLabel': undefined }),
    'chengban:verbs': undefined,
  });
}

export function setAssignments(
  editor: FlowEditor,
  element: Element,
  type: AssignmentElement,
  assignments: readonly Assignment[],
): void {
  const object = objectOf(element);
  const extensionElements = withAssignments(object, type, assignments, editor.factory);
  editor.modeling.updateModdleProperties(element, object, { extensionElements });
}

/** Several of our own attributes as one step of undo, named without prefix; undefined removes one. */
export function setSettings(editor: FlowEditor, element: Element, holder: Moddle, settings: Settings): void {
  const properties = Object.entries(settings).map(([name, value]) => [`chengban:${name}`, value] as const);
  editor.modeling.updateModdleProperties(element, holder, Object.fromEntries(properties));
}
export type Settings = Readonly<Record<string, string | number | boolean | undefined>>;

/** FEEL text on a line; an empty one removes the condition. */
export function setCondition(editor: FlowEditor, flow: Element, text: string): void {
  const body = text.trim();
  const conditionExpression = body === '' ? undefined : editor.factory.create('bpmn:FormalExpression', { body });
  editor.modeling.updateProperties(flow, { conditionExpression });
}

/** The line that is taken when no condition holds. It needs no condition of its own, so that one goes. */
export function setDefault(editor: FlowEditor, gateway: Element, flow: Element | null): void {
  editor.together.run(
    () => editor.modeling.updateProperties(gateway, { default: flow ? objectOf(flow) : undefined }),
    () => {
      if (flow && objectOf(flow).get('conditionExpression')) setCondition(editor, flow, '');
    },
  );
}

/** A timer has one text: a duration, a date or a repetition. */
export function setTimer(editor: FlowEditor, event: Element, definition: Moddle, timer: TimerText): void {
  editor.modeling.updateModdleProperties(event, definition, timerProperties(timer, editor.factory));
}

/** A FEEL expression inside an element: a condition, a cardinality; an empty one goes. */
export function setExpression(
  editor: FlowEditor,
  element: Element,
  holder: Moddle,
  property: string,
  text: string,
): void {
  const body = text.trim();
  const expression = body === '' ? undefined : editor.factory.create('bpmn:FormalExpression', { body });
  editor.modeling.updateModdleProperties(element, holder, { [property]: expression });
}

export function setModdleText(
  editor: FlowEditor,
  element: Element,
  holder: Moddle,
  property: string,
  text: string,
): void {
  editor.modeling.updateModdleProperties(element, holder, { [property]: text.trim() || undefined });
}

export function setMappings(
  editor: FlowEditor,
  element: Element,
  kind: MappingKind,
  mappings: readonly Mapping[],
): void {
  const object = objectOf(element);
  const trimmed = mappings.map(({ from, to }) => ({ from: from.trim(), to: to.trim() }));
  const extensionElements = withMappings(object, kind, trimmed, editor.factory);
  editor.modeling.updateModdleProperties(element, object, { extensionElements });
}
