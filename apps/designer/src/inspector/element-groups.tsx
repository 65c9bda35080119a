import type { ReactNode } from 'react';
import type { Element } from 'bpmn-js/lib/model/Types';
import { is, listOf, objectOf, type Moddle } from '../modeler/moddle.js';
import { ApprovalGroup } from './approval-group.js';
import { EndGroups } from './event-groups.js';
import { FormGroup } from './form-group.js';
import { GatewayGroups, LineGroups } from './flow-groups.js';
import { LoopGroup } from './loop-group.js';
import { MappingGroup } from './mapping-group.js';
import { SubProcessGroups } from './sub-process-groups.js';
import { TaskGroups } from './task-group.js';
import { TriggerGroups } from './trigger-groups.js';
import { WorkGroups } from './work-groups.js';

/** The groups of fields that belong to a kind of element, what it does first. */
export function ElementGroups({ element }: { element: Element }): ReactNode {
  const process = processOf(element);
  return (
    <>
      {is(element, 'bpmn:UserTask') && <TaskGroups task={element} />}
      {is(element, 'bpmn:Activity') && <ActivityGroups activity={element} />}
      {is(element, 'bpmn:Gateway') && <GatewayGroups gateway={element} />}
      {is(element, 'bpmn:SequenceFlow') && <LineGroups line={element} />}
      {is(element, 'bpmn:Event') && <EventGroups event={element} />}
      {process && <FormGroup element={element} process={process} />}
      {process && <ApprovalGroup element={element} process={process} />}
    </>
  );
}

/** A process is seen as itself, or as the pool it is drawn in. */
const processOf = (element: Element): Moddle | undefined =>
  is(element, 'bpmn:Process')
    ? objectOf(element)
    : is(element, 'bpmn:Participant')
      ? (objectOf(element).get('processRef') as Moddle | undefined)
      : undefined;

/** What comes in and goes out is asked only where there is something to give to: nobody maps data into work on paper. */
const WITH_INPUTS = ['bpmn:ServiceTask', 'bpmn:SendTask', 'bpmn:CallActivity'];
const WITH_OUTPUTS = ['bpmn:ServiceTask', 'bpmn:ReceiveTask', 'bpmn:CallActivity'];

function ActivityGroups({ activity }: { activity: Element }): ReactNode {
  const { $type } = objectOf(activity);
  return (
    <>
      <WorkGroups task={activity} />
      {is(activity, 'bpmn:SubProcess') && <SubProcessGroups subProcess={activity} />}
      {WITH_INPUTS.includes($type) && <Inputs element={activity} />}
      {WITH_OUTPUTS.includes($type) && <Outputs element={activity} />}
      {objectOf(activity).get('triggeredByEvent') !== true && <LoopGroup activity={activity} />}
    </>
  );
}

function EventGroups({ event }: { event: Element }): ReactNode {
  const told = listOf(objectOf(event), 'eventDefinitions').some(({ $type }) => CARRYING.includes($type));
  return (
    <>
      <TriggerGroups event={event} />
      {told && (is(event, 'bpmn:ThrowEvent') ? <Inputs element={event} /> : <Outputs element={event} />)}
      {is(event, 'bpmn:EndEvent') && <EndGroups end={event} />}
    </>
  );
}

/** Triggers that carry something. */
const CARRYING = ['bpmn:MessageEventDefinition', 'bpmn:SignalEventDefinition'];

const Inputs = ({ element }: { element: Element }): ReactNode => (
  <MappingGroup
    element={element}
    kind="chengban:Input"
    title="带入"
    help="把流程里的什么带过去，叫什么名称"
    words={['内容或表达式', '名称']}
  />
);

const Outputs = ({ element }: { element: Element }): ReactNode => (
  <MappingGroup
    element={element}
    kind="chengban:Output"
    title="带出"
    help="把得到的什么留下来，叫什么名称；不填就全部留下"
    words={['得到的内容', '名称']}
  />
);
