import { nodesOf, toldOnce } from '@chengban/domain';
import type { FlowModel, SoundnessReport, TraceStep } from '@chengban/domain';

type SoundnessTrouble = SoundnessReport['scopes'][number]['troubles'][number];

const UNKNOWN = {
  'too-large': '流程太大',
  'too-many-markings': '同时进行的情况太多',
  conditions: '条件太复杂，不知道能不能同时成立',
  unsupported: '图上有不支持的画法',
  messages: '同一个文件里的流程互相发消息，看不出谁发给谁',
  'messages-pile-up': '同一个文件里的流程互相发消息，没人收的越积越多',
} as const;

const TROUBLES = {
  stuck: '走到这里就停住了，再也走不到结束',
  endless: '一直在转，走不到结束',
  leftover: '结束以后还有没办完的留在这里',
  'second-token': '同一处会同时有两份',
  'end-twice': '会结束两次',
} as const;

/** The verdict in words, and for each trouble the acts that lead to it. */
export function soundnessLines({ verdict, scopes }: SoundnessReport, model: FlowModel): readonly string[] {
  if (verdict === 'sound')
    return ['流程走得通：从哪一步都走得到结束，结束时不留尾巴，每一步都走得到，同一处不会有两份。'];
  const called = namesOf(model);
  const troubles = scopes.flatMap((scope) => toldOnce(model, scope.troubles).filter(({ rescued }) => !rescued));
  const dead = scopes.flatMap(({ deadNodes }) => deadNodes);
  const reasons = [...new Set(scopes.flatMap(({ unknown }) => (unknown === null ? [] : [UNKNOWN[unknown]])))];
  return [
    verdict === 'unsound' ? '流程走不通：' : `流程走不走得通不能确定：${reasons.join('；')}。`,
    ...troubles.flatMap(({ kind, counterexample: { elementId, variables, steps } }) => [
      `  ${called(elementId)}${TROUBLES[kind]}。${steps.length > 0 ? '这样走就会遇到：' : '一开始就会遇到。'}`,
      ...(Object.keys(variables).length > 0 ? [`    启动时${valueWords(variables)}`] : []),
      ...steps.map((step, at) => `    ${at + 1}. ${actWords(step, called)}`),
    ]),
    ...(dead.length > 0 ? [`  走不到的：${dead.map(called).join('、')}。`] : []),
  ];
}

/** A trouble as the name of the scenario that plays it. */
export const troubleName = ({ kind, counterexample }: SoundnessTrouble, model: FlowModel): string =>
  `${namesOf(model)(counterexample.elementId)}${TROUBLES[kind]}`;

type Called = (id: string) => string;

/** A node's name, and its id where the name alone would not find it. */
function namesOf(model: FlowModel): Called {
  const names = new Map(nodesOf(model).map(({ id, name }) => [id, name]));
  names.set(model.processId, model.name);
  return (id) => {
    const name = names.get(id) ?? '';
    return name === '' ? `“${id}”` : `“${name}”（${id}）`;
  };
}

const ACTS = {
  complete: '办完',
  timer: '到时间',
  message: '收到消息',
  signal: '收到信号',
  condition: '条件成立',
  error: '出错',
  escalation: '上报',
  cancel: '取消',
  choice: '往下走',
} as const;

function actWords({ nodeId, act, choice, variables, tokens }: TraceStep, called: Called): string {
  const taken = choice === undefined ? '' : `，走连线“${choice}”`;
  const values = variables === undefined ? '' : `，这时${valueWords(variables)}`;
  const where = tokens.length === 0 ? '结束' : `停在${tokens.map(called).join('、')}`;
  return `${called(nodeId)}${ACTS[act]}${taken}${values} → ${where}`;
}

const valueWords = (variables: object): string =>
  Object.entries(variables)
    .map(([name, value]) => `“${name}”是 ${JSON.stringify(value)}`)
    .join('，');
