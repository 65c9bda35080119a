import { assertNever, type FlowNode } from '@chengban/domain';
import { timerInWords } from '../inspector/timer-setting.js';
import { loopInWords } from './loop-words.js';
import type { Names } from './node-words.js';
import { taskFacts } from './task-facts.js';

export type Told = readonly (readonly [label: string, words: string | null])[];
export type TitleOf = (id: string) => string;

/** What a node says besides its name, each as label and words; only what is said, so that two nodes can be compared. */
export function nodeFacts(node: FlowNode, names: Names, titleOf: TitleOf): ReadonlyMap<string, string> {
  const told = [...ownFacts(node, names, titleOf), ...sharedFacts(node)];
  return new Map(told.filter((fact): fact is [string, string] => fact[1] !== null && fact[1] !== ''));
}

function ownFacts(node: FlowNode, names: Names, titleOf: TitleOf): Told {
  switch (node.kind) {
    case 'userTask':
      return taskFacts(node, names, titleOf);
    case 'serviceTask':
      return [['处理程序', node.handler && names.handler(node.handler)]];
    case 'sendTask':
    case 'receiveTask':
      return [
        ['消息', node.message],
        ['关联值', node.correlation],
      ];
    case 'scriptTask':
      return [
        ['算式', node.script && node.script.text],
        ['结果放进', node.result],
      ];
    case 'businessRuleTask':
      return [
        ['决策表', node.decision && (node.decision.trimStart().startsWith('<') ? '写在环节里的决策表' : node.decision)],
        ['结果放进', node.result],
      ];
    case 'callActivity':
      return [['调用的流程', node.called]];
    case 'subProcess':
      return [
        ['完成条件', node.completionCondition && node.completionCondition.text],
        ['办理顺序', node.variant === 'adHoc' ? (node.ordering === 'sequential' ? '一个一个办' : '可以同时办') : null],
      ];
    case 'complexGateway':
      return [['汇合条件', node.activationCondition && node.activationCondition.text]];
    case 'endEvent':
      return [
        ['结果', node.triggers.every(({ kind }) => kind === 'terminate') ? names.outcome(node.outcome) : null],
        ...triggerFacts(node),
      ];
    case 'boundaryEvent':
      return [
        ['贴在', titleOf(node.attachedTo)],
        ...triggerFacts(node),
        ['发生后', node.interrupting ? '收回这个环节' : '这个环节照常办'],
      ];
    case 'startEvent':
    case 'intermediateCatchEvent':
    case 'intermediateThrowEvent':
      return triggerFacts(node);
    case 'task':
    case 'manualTask':
    case 'exclusiveGateway':
    case 'parallelGateway':
    case 'inclusiveGateway':
    case 'eventBasedGateway':
    case 'unsupported':
      return [];
    default:
      return assertNever(node);
  }
}

function sharedFacts(node: FlowNode): Told {
  const mappings = (kind: 'inputs' | 'outputs'): string | null => {
    const list = kind === 'inputs' ? 'inputs' in node && node.inputs : 'outputs' in node && node.outputs;
    return list ? list.map(({ from, to }) => `${from} → ${to}`).join('；') : null;
  };
  return [
    ['办几次', 'loop' in node && node.loop ? loopInWords(node.loop) : null],
    ['带入', mappings('inputs')],
    ['带出', mappings('outputs')],
  ];
}

type WithTriggers = Extract<FlowNode, { triggers: unknown }>;

const triggerFacts = ({ triggers }: WithTriggers): Told =>
  triggers.flatMap((trigger): Told => {
    switch (trigger.kind) {
      case 'timer':
        return [['时间', trigger.timer && timerInWords(trigger.timer)]];
      case 'message':
        return [
          ['消息', trigger.name],
          ['关联值', trigger.correlation],
        ];
      case 'signal':
        return [['信号', trigger.name]];
      case 'conditional':
        return [['条件', trigger.condition && trigger.condition.text]];
      case 'error':
        return [['异常代码', trigger.code]];
      case 'escalation':
        return [['上报代码', trigger.code]];
      case 'link':
        return [['接头', trigger.name]];
      case 'compensation':
        return [['撤销', trigger.activity]];
      case 'cancel':
      case 'terminate':
        return [];
      default:
        return assertNever(trigger);
    }
  });
