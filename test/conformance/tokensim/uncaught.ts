import type { FlowModel, FlowNode, Scope } from '@chengban/domain';

/** The ends that throw an error which nothing around them catches, by id. */
export function uncaughtErrors(model: FlowModel): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (scope: Scope, around: readonly Caught[]): void => {
    const here = [...around, ...startsOfEventSubProcesses(scope)];
    for (const node of scope.nodes) {
      if (node.kind === 'subProcess') {
        const borders = scope.nodes.filter((each) => each.kind === 'boundaryEvent' && each.attachedTo === node.id);
        walk(node.scope, [...here, ...borders.flatMap(errorsOf)]);
      } else if (node.kind === 'endEvent' && errorsOf(node).some((code) => !isCaught(code, here))) found.add(node.id);
    }
  };
  for (const scope of [model.root, ...model.others.map((other) => other.root)]) walk(scope, []);
  return found;
}

/** The code of an error; null: any, or none. */
type Caught = string | null;

const isCaught = (code: Caught, around: readonly Caught[]): boolean =>
  around.some((each) => each === null || each === code);

const startsOfEventSubProcesses = ({ nodes }: Scope): readonly Caught[] =>
  nodes.flatMap((node) =>
    node.kind === 'subProcess' && node.variant === 'event' ? node.scope.nodes.flatMap(startErrorsOf) : [],
  );

const startErrorsOf = (node: FlowNode): readonly Caught[] => (node.kind === 'startEvent' ? errorsOf(node) : []);

function errorsOf(node: FlowNode): readonly Caught[] {
  if (!('triggers' in node)) return [];
  const codes: Caught[] = [];
  for (const trigger of node.triggers) if (trigger.kind === 'error') codes.push(trigger.code);
  return codes;
}
