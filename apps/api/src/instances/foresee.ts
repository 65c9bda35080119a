import { perform, type Marking, type Workflow } from '@chengban/domain';

/** Nobody in particular: foreseeing asks what the flow does, not who may. */
const ANYBODY = '00000000-0000-0000-0000-000000000000';
const MAX_STEPS = 30;

/**
 * The tasks that follow when everybody hands in and approves: the step that will really run, on a marking that is thrown
 * away. Stops where it cannot know (a condition asks for what is not filled in yet) and never throws.
 */
export function foresee(workflow: Workflow, marking: Marking, now: number): string[] {
  const seen: string[] = [];
  let current = marking;
  for (let steps = 0; steps < MAX_STEPS && current.status === 'running'; steps++) {
    const nodeId = current.active.find((id) => workflow.compiled.nodes[id]?.kind === 'userTask');
    if (nodeId === undefined) break;
    const next = handle(workflow, current, nodeId, now);
    if (!next) break;
    seen.push(...next.opened);
    current = next.marking;
  }
  const waiting = new Set(marking.active);
  return [...new Set(seen)].filter((id) => !waiting.has(id));
}

function handle(workflow: Workflow, marking: Marking, nodeId: string, now: number) {
  const task = { id: ANYBODY, nodeId, status: 'open', candidateIds: [ANYBODY], holderId: null } as const;
  const context = { workflow, marking, task, actor: { personId: ANYBODY }, drafterIds: [], now };
  const draft = workflow.compiled.nodes[nodeId]?.purpose === 'draft';
  const done = perform(context, draft ? { verb: 'submit', variables: {} } : { verb: 'approve' });
  if (!done.ok) return null;
  const opened = done.value.effects.flatMap((effect) => (effect.type === 'task.open' ? [effect.nodeId] : []));
  return { marking: done.value.marking, opened };
}
