import type { FlowNode, Scope } from '../../../bpmn/model.js';
import type { Channels } from './channels.js';
import type { Move } from '../explore/net.js';

/** Channels of the messages that a move takes and sends. */
export interface Messages {
  readonly taken: readonly number[];
  readonly sent: readonly number[];
}

/** An activity sends when it completes, a throwing event when a token passes it; a message is taken by what waited for it. */
export class MessageMoves {
  private readonly found = new WeakMap<Move, Messages>();
  private readonly nodes: ReadonlyMap<string, FlowNode>;

  constructor(
    scopes: readonly Scope[],
    private readonly channels: Channels,
  ) {
    this.nodes = new Map(scopes.flatMap(({ nodes }) => nodes.map((node) => [node.id, node] as const)));
  }

  of(move: Move): Messages {
    let messages = this.found.get(move);
    if (messages === undefined) this.found.set(move, (messages = this.find(move)));
    return messages;
  }

  private find(move: Move): Messages {
    const { sends, receives } = this.channels;
    const acts = move.acts().filter(({ act }) => act !== 'choice' && act !== 'join');
    const taken = acts.flatMap(({ nodeId }) => receives.get(nodeId) ?? []);
    const sent = acts.flatMap(({ nodeId, act }) => (act === 'complete' ? (sends.get(nodeId) ?? []) : []));
    const thrown = this.throws(move) ? sends.get(move.vertex.nodeId) : undefined;
    return { taken, sent: thrown === undefined ? sent : [...sent, thrown] };
  }

  private throws({ vertex }: Move): boolean {
    const kind = vertex.body?.kind === 'node' ? this.nodes.get(vertex.body.nodeId)?.kind : undefined;
    // a throwing event without a way on is drawn with an end behind it, which throws nothing
    if (kind === 'intermediateThrowEvent') return !vertex.ends;
    return kind === 'endEvent' && (vertex.ends || vertex.leaves.length > 0);
  }
}
