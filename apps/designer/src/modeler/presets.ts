import type { Element } from 'bpmn-js/lib/model/Types';
import type Modeling from 'bpmn-js/lib/features/modeling/Modeling';
import { readAssignments, withAssignments } from './assignment.js';
import { objectOf, textOf, type ModdleFactory } from './moddle.js';
import type { NodeKind } from './node-kinds.js';
import { taskKinds } from './kinds/task-kinds.js';
import type { Together } from './together.js';

/** What a preset sets anew; time limits, copies and where a return leads stay as somebody has set them. */
const SET = [
  'purpose',
  'approveLabel',
  'submitLabel',
  'verbs',
  'seats',
  'seatPer',
  'passRatio',
  'passCount',
  'rejectCount',
  'veto',
  'decide',
];

/** Nothing is returned from where people draft. */
const OF_RETURNS = ['returnTo', 'returnWhere', 'returnAfter'];

/** Makes a step that people do into another kind of such a step, in one step of undo. */
export class Presets {
  static readonly $inject = ['modeling', 'bpmnFactory', 'together'];

  constructor(
    private readonly modeling: Modeling,
    private readonly bpmnFactory: ModdleFactory,
    private readonly together: Together,
  ) {}

  apply(task: Element, kind: NodeKind): void {
    const object = objectOf(task);
    const { name, ...settings } = kind.properties ?? {};
    const gone = settings['chengban:purpose'] === 'draft' ? [...SET, ...OF_RETURNS] : SET;
    const none = Object.fromEntries(gone.map((property) => [`chengban:${property}`, undefined]));
    const extensionElements = withAssignments(object, 'chengban:Assignment', kind.assignments ?? [], this.bpmnFactory);
    this.together.run(
      () => this.modeling.updateModdleProperties(task, object, { ...none, ...settings, extensionElements }),
      () => {
        if (hasUsualName(task)) this.modeling.updateLabel(task as never, String(name));
      },
    );
  }
}

/** A name that nobody has thought about goes with the kind. */
const hasUsualName = (task: Element): boolean => {
  const name = textOf(objectOf(task), 'name');
  return name === '' || taskKinds.some((kind) => kind.label === name);
};

/** Whether a step is set as the preset would set it. */
export function isAs(task: Element, kind: NodeKind): boolean {
  const object = objectOf(task);
  const handlers = readAssignments(object, 'chengban:Assignment');
  if (JSON.stringify(handlers) !== JSON.stringify(kind.assignments)) return false;
  return SET.every((property) => {
    const set = kind.properties?.[`chengban:${property}`];
    return textOf(object, `chengban:${property}`) === (set === undefined ? '' : String(set));
  });
}
