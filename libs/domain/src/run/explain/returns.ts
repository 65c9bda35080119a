import { flowOf, nodeOf, scopeOf } from '../../compile/compiled-flow.js';
import type { CompiledFlow } from '../../compile/compiled-flow.js';
import { choose } from '../choose.js';
import { RETURN_AFTER_WORDS, RETURN_WHERE_WORDS } from './setting-words.js';
import { called } from './words.js';

/** Where a return from a review leads, in words. */
export function returnWords(compiled: CompiledFlow, id: string): string {
  const { returnTo, returnWhere, returnAfter, verbs } = nodeOf(compiled, id);
  if (verbs !== undefined && !verbs.includes('return')) return '不能退回';
  const after = returnAfter === undefined ? '' : `，重新报送后${RETURN_AFTER_WORDS[returnAfter]}`;
  if (returnWhere !== undefined) {
    const places = returnWhere.map((where) =>
      where === 'named' && returnTo !== undefined && Object.hasOwn(compiled.nodes, returnTo)
        ? called(compiled, returnTo)
        : RETURN_WHERE_WORDS[where],
    );
    return `可以退回给${places.join('、')}${after}`;
  }
  return `${usualReturn(compiled, id)}${after}`;
}

/** Where a return leads while nothing is set about it. */
function usualReturn(compiled: CompiledFlow, id: string): string {
  const drawn = drawnReturn(compiled, id);
  if (drawn !== null) return `可以退回，退回后到${called(compiled, drawn)}`;
  const { returnTo } = nodeOf(compiled, id);
  if (returnTo !== undefined && Object.hasOwn(compiled.nodes, returnTo))
    return `可以退回到${called(compiled, returnTo)}`;
  return inEventScope(compiled, id) ? '不能退回' : '可以退回给最近的填报环节';
}

const inEventScope = (compiled: CompiledFlow, id: string): boolean => {
  for (let at: string | undefined = nodeOf(compiled, id).scope; at !== undefined; at = scopeOf(compiled, at).parent) {
    if (scopeOf(compiled, at).kind === 'event') return true;
  }
  return false;
};

/** The drafting task that the drawing leads to when the verdict is "return"; null when it leads elsewhere, or it depends. */
function drawnReturn(compiled: CompiledFlow, id: string): string | null {
  const seen = new Set<string>();
  for (let at = onward(compiled, id, id); at !== null && !seen.has(at); at = onward(compiled, at, id)) {
    seen.add(at);
    const { kind, purpose } = nodeOf(compiled, at);
    if (kind === 'userTask') return purpose === 'draft' ? at : null;
  }
  return null;
}

/** The one node that follows without anybody doing anything. */
function onward(compiled: CompiledFlow, id: string, review: string): string | null {
  const node = nodeOf(compiled, id);
  if (node.kind === 'exclusiveGateway' && node.outgoing.length > 1) {
    const known = { form: {}, verdict: 'return', verdicts: { [review]: 'return' } };
    const choice = choose(compiled, id, known);
    return choice.kind === 'flow' ? flowOf(compiled, choice.flow).target : null;
  }
  if (node.kind === 'subProcess' && id !== review) return scopeOf(compiled, node.inside ?? '').starts[0] ?? null;
  if (node.kind === 'endEvent') return caughtBy(compiled, id);
  const waits = node.kind === 'parallelGateway' || node.kind === 'inclusiveGateway' || node.kind === 'complexGateway';
  const [only, more] = node.outgoing;
  return waits || only === undefined || more !== undefined ? null : flowOf(compiled, only).target;
}

/** The boundary event that catches the error of an end event, or where the plain end of a sub-process goes on. */
function caughtBy(compiled: CompiledFlow, id: string): string | null {
  const { scope, triggers = [] } = nodeOf(compiled, id);
  const host = Object.keys(compiled.nodes).find((each) => nodeOf(compiled, each).inside === scope);
  const error = triggers.find((trigger) => trigger.kind === 'error');
  if (host === undefined || error === undefined) return null;
  const boundaries = nodeOf(compiled, host).boundaries ?? [];
  const catches = (code: string | null): string | undefined =>
    boundaries.find((each) =>
      (nodeOf(compiled, each).triggers ?? []).some((trigger) => trigger.kind === 'error' && trigger.code === code),
    );
  return catches(error.code) ?? catches(null) ?? null;
}
