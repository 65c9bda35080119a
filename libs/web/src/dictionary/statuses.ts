import type { Light, ObligationStatus, RoundOutcome } from '../api/types';
import type { Tone } from '../theme/tones';

/** Every word that a state has on screen, with the tone it is shown in. */
export interface Word {
  word: string;
  tone: Tone;
}

export const obligationStatuses: Record<ObligationStatus, Word> = {
  pending: { word: '未开始', tone: 'quiet' },
  drafting: { word: '填报中', tone: 'blue' },
  submitted: { word: '审核中', tone: 'violet' },
  returned: { word: '已退回', tone: 'amber' },
  closed: { word: '已办结', tone: 'green' },
};

export const roundOutcomes: Record<RoundOutcome, Word> = {
  pending: { word: '待审核', tone: 'violet' },
  approved: { word: '已通过', tone: 'green' },
  returned: { word: '已退回', tone: 'amber' },
  rejected: { word: '不予通过', tone: 'red' },
  withdrawn: { word: '已撤回', tone: 'quiet' },
};

export const outcomes: Record<string, Word> = {
  accepted: { word: '通过', tone: 'green' },
  filed: { word: '已备案', tone: 'green' },
  rejected: { word: '不予通过', tone: 'red' },
  failed: { word: '异常结束', tone: 'red' },
};

/** Each light in one word, for filters; beside an obligation stands the word that the API sends. */
export const lights: Record<Light['colour'], Word> = {
  green: { word: '正常', tone: 'green' },
  yellow: { word: '需关注', tone: 'amber' },
  red: { word: '逾期', tone: 'red' },
  grey: { word: '办结', tone: 'quiet' },
};

export const findingSeverities: Record<'error' | 'warning', Word> = {
  error: { word: '必须处理', tone: 'red' },
  warning: { word: '请核对', tone: 'amber' },
};
