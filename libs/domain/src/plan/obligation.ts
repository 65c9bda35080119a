import type { CivilDate } from '../shared/instant.js';

/** Which flow an obligation runs through. */
export const OBLIGATION_KINDS = ['stageResult', 'filing', 'bureauOwn', 'progress'] as const;
export type ObligationKind = (typeof OBLIGATION_KINDS)[number];

export const OBLIGATION_KIND_NAMES: Readonly<Record<ObligationKind, string>> = {
  stageResult: '阶段性成果',
  filing: '备案',
  bureauOwn: '市司法局自办',
  progress: '年度进展',
};

/** 承办事项 before it is stored: measure × unit × milestone or period. */
export interface ObligationDraft {
  /** `m05/gonganju/2024-11-20`, for a progress report `m05/gonganju/progress-2025`: the same for the same input, always */
  readonly key: string;
  /** `台执督-05-007` */
  readonly number: string;
  readonly measureNo: number;
  readonly unitId: string;
  readonly kind: ObligationKind;
  readonly requirement: string;
  readonly dueOn: CivilDate;
  /** running number within the measure, from 1 */
  readonly seq: number;
}

export const measureKey = (no: number): string => `m${String(no).padStart(2, '0')}`;

export const obligationNumber = (planCode: string, measureNo: number, seq: number): string =>
  `${planCode}-${String(measureNo).padStart(2, '0')}-${String(seq).padStart(3, '0')}`;
