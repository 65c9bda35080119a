import { flowOf, nodeOf } from '../compile/compiled-flow.js';
import { GONE, NEW, eachKey, flowEvent, isEachKey, stateKey } from '../compile/machine-json.js';
import type { Choice } from './choose.js';
import { choose } from './choose.js';
import { noWay } from './finish.js';
import { incident, isInner, newToken, nodeAt, passed, scopeAt, send } from './play.js';
import type { LiveToken, Play } from './play.js';
import { endlessLoop } from './macrosteps.js';
import type { Takes } from './macrosteps.js';
import { visibleAt } from './variables.js';

/** One macrostep of a token's machine, carried over into the marking. */
export function move(play: Play, token: LiveToken, event: string): void {
  const { workflow } = play;
  const machine = workflow.machines.get(scopeAt(play, token.in).scope);
  if (machine === undefined) throw new Error(`no machine for the scope of token ${token.id}`);
  let choices: Map<string, Choice> | null = null;
  const takes = ({ gateway, flow }: Takes): boolean => {
    choices ??= new Map();
    let choice = choices.get(gateway);
    if (choice === undefined) {
      choice = choose(workflow.compiled, gateway, visibleAt(play, token));
      choices.set(gateway, choice);
    }
    return choice.kind === 'flow' && choice.flow === flow;
  };
  const before = stateOf(play, token, event);
  const { state, actions } = machine.take(before, event, takes);
  let entered: string | null = null;
  let via: string | undefined;
  // a gateway where the token was stopped is done only now
  if (event === 'retry' && actions.length > 0) play.effects.push({ type: 'done', nodeId: token.at });
  for (const action of actions) {
    if (action.type === 'fork') fork(play, token, action.params.node);
    else if (action.type === 'enter') {
      entered = action.params.node;
      passed(play, entered);
    } else {
      const { element } = action.params;
      passed(play, element);
      if (Object.hasOwn(workflow.compiled.flows, element)) via = element;
      else play.effects.push({ type: 'done', nodeId: element });
    }
  }
  play.changed = true;
  if (state === GONE) {
    play.tokens.delete(token.id);
    if (token.of !== undefined && play.compensations.has(token.of)) {
      play.queue.push({ do: 'compensate', compensation: token.of });
    }
  } else if (entered !== null || state !== before) rest(play, token, state, entered, via, choices);
  else if (event === 'retry') stopped(play, token, chosen(choices, token.at));
}

function stateOf(play: Play, token: LiveToken, event: string): string {
  if (token.at === '' || isEachKey(event)) return NEW;
  return token.of !== undefined && isInner(play, token) ? eachKey(token.at) : stateKey(token.at);
}

const chosen = (choices: ReadonlyMap<string, Choice> | null, gateway: string): Choice | undefined =>
  choices?.get(gateway);

/** The token came to a new node: what it knew of the old one is over. */
function rest(
  play: Play,
  token: LiveToken,
  state: string,
  entered: string | null,
  via: string | undefined,
  choices: ReadonlyMap<string, Choice> | null,
): void {
  const at = play.workflow.nodeOfState.get(state);
  if (at === undefined) throw new Error(`no node for the state ${state}`);
  token.at = at;
  token.visit += 1;
  const inner = isInner(play, token);
  token.via = inner ? undefined : via;
  token.over = undefined;
  token.loop = undefined;
  token.got = undefined;
  token.held = undefined;
  if (!inner) token.data = undefined;
  token.coming = entered === at;
  if (token.coming) play.queue.push({ do: 'enter', token, visit: token.visit });
  else if (nodeAt(play, token).kind === 'exclusiveGateway') {
    const done = play.effects.findLastIndex((each) => each.type === 'done' && each.nodeId === at);
    if (done >= 0) play.effects.splice(done, 1);
    stopped(play, token, chosen(choices, at));
  }
}

/** Nothing but a decision can stop a token at a node where nothing happens. */
function stopped(play: Play, token: LiveToken, choice: Choice | undefined): void {
  if (nodeAt(play, token).kind !== 'exclusiveGateway') return;
  if (choice?.kind === 'flow') throw endlessLoop(token.at);
  incident(play, token, ...noWay(play, token, choice?.kind === 'problem' ? choice.message : null));
}

/** Tokens on every flow that leaves a node, or on those that were chosen; an activity may send several on each. */
function fork(play: Play, token: LiveToken, nodeId: string): void {
  const node = nodeOf(play.workflow.compiled, nodeId);
  const flows = nodeId === token.at ? (token.chosen ?? node.outgoing) : node.outgoing;
  token.chosen = undefined;
  for (const flow of flows) {
    for (let i = 0; i < (node.completionQuantity ?? 1); i++) {
      const next = newToken(play, token.in);
      send(play, next, flowEvent(flow));
      next.via = flowOf(play.workflow.compiled, flow).target === '' ? undefined : flow;
    }
  }
}
