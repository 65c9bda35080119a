import { warning } from './check.js';
import type { Check } from './check.js';
import type { UnknownReason } from './soundness/report.js';
import { soundness } from './soundness/soundness.js';

const REASONS: Record<Exclude<UnknownReason, 'unsupported'>, { readonly message: string; readonly cure: string }> = {
  'too-large': {
    message: '流程太大，没能查清每种走法是不是都走得到结束。',
    cure: '请把流程拆成几个子流程，这样就能查清。',
  },
  'too-many-markings': {
    message: '流程同时进行的情况太多，没能全部试完，不能保证每种都走得到结束。',
    cure: '请让每个分开的网关都有自己的汇合网关，层层对应，这样就能查清。',
  },
  messages: {
    message:
      '同一个文件里的泳池互相发消息，有的发给事件子流程、重复办理的步骤，或看不出发给谁，没能查清走不走得到结束。',
    cure: '请让每条消息线从一个发送步骤连到一个接收步骤；可能等不到消息的地方，请加上定时的出路。',
  },
  'messages-pile-up': {
    message: '同一个文件里的泳池互相发消息，没人收的消息会越积越多，没能全部试完，不能保证走得到结束。',
    cure: '请让每发一条消息都等到对方收下再发下一条，或给来回发消息的圈加上次数。',
  },
  conditions: {
    message: '有的走法要几个条件同时成立，看不出能不能成立，不能保证每种都走得到结束。',
    cure: '请把条件写成“变量 = 值”这样的比较，或改用同一个网关来选。',
  },
};

/** What the analysis could not decide. A drawing with what does not run has a finding of its own. */
export const soundnessUnknown: Check = {
  id: 'soundness-unknown',
  run: (model) =>
    soundness(model).scopes.flatMap(({ scopeId, verdict, unknown }) => {
      if (verdict !== 'unknown' || unknown === null || unknown === 'unsupported') return [];
      const { message, cure } = REASONS[unknown];
      return [warning('soundness-unknown', scopeId, message, cure)];
    }),
};
