import { flowOf, nodeOf } from '../../compile/compiled-flow.js';
import type { CompiledFlow, CompiledNode } from '../../compile/compiled-flow.js';
import { branches, called, next, triggersWords } from './words.js';

/** A gateway in words; null for anything else. */
export function gatewaySentences(compiled: CompiledFlow, id: string): readonly string[] | null {
  const node = nodeOf(compiled, id);
  const me = called(compiled, id);
  const splits = node.outgoing.length > 1;
  switch (node.kind) {
    case 'exclusiveGateway':
      return splits
        ? [`${me}按条件选一条：${branches(compiled, node).join('；')}。`]
        : [`${me}汇合后，${next(compiled, node)}。`];
    case 'parallelGateway':
      return splits
        ? [`${me}${joins(node) ? '等前面各项都办完' : '之后'}同时进行：${targets(compiled, node)}。`]
        : [`${me}等前面同时进行的各项都办完，${next(compiled, node)}。`];
    case 'inclusiveGateway':
      return splits
        ? [`${me}满足条件的都办：${branches(compiled, node).join('；')}。`]
        : [`${me}等前面还在办的各项都办完，${next(compiled, node)}。`];
    case 'complexGateway':
      return [
        `${me}${activation(node)}，${splits ? `满足条件的都办：${branches(compiled, node).join('；')}` : next(compiled, node)}。`,
      ];
    case 'eventBasedGateway':
      return [events(compiled, me, node)];
    default:
      return null;
  }
}

const joins = ({ incoming = [] }: CompiledNode): boolean => incoming.length > 1;

const targets = (compiled: CompiledFlow, node: CompiledNode): string =>
  node.outgoing.map((flow) => called(compiled, flowOf(compiled, flow).target)).join('、');

function activation({ activationCondition }: CompiledNode): string {
  const enough = /^\s*activationCount\s*>=\s*(\d+)\s*$/.exec(activationCondition ?? '');
  if (enough) return `前面有 ${enough[1]} 项办完就往下走`;
  return activationCondition === undefined
    ? '前面有一项办完就往下走'
    : `前面满足 ${activationCondition.trim()} 就往下走`;
}

function events(compiled: CompiledFlow, me: string, node: CompiledNode): string {
  const ways = node.outgoing.map((flow) => {
    const id = flowOf(compiled, flow).target;
    const event = nodeOf(compiled, id);
    const words = event.kind === 'receiveTask' ? `收到消息“${event.message ?? ''}”` : triggersWords(event);
    return `${words}走${called(compiled, id)}`;
  });
  if (node.gatewayType === 'parallel') return `${me}要等的事都发生才算齐：${ways.join('；')}。`;
  return `${me}看哪件事先发生：${ways.join('；')}，其余的不再等。`;
}
