import { subject } from '@casl/ability';
import type { AppAbility, Refusal } from '@chengban/domain';
import type { ObligationItem, ObligationOffer } from './obligations.dto.js';

type Extendable = Pick<ObligationItem, 'unit' | 'status'> & {
  readonly tenant: string;
  readonly readerUnitIds: string[];
  readonly requested: boolean;
  /** why the drawing does not offer it where the work stands */
  readonly narrowed: Refusal | null;
};

/** Why nobody can ask for a later deadline now, or null. */
export function extensionUnderWay(status: string, requested: boolean): Refusal | null {
  if (status === 'closed')
    return {
      code: 'obligation-closed',
      message: '这个承办事项已经办结，不用再延期。',
      cure: '如需改正，请联系市司法局重开。',
    };
  if (!requested) return null;
  return {
    code: 'extension-requested',
    message: '这个承办事项已有一件延期申请正在办理。',
    cure: '请等它办完；要改申请内容的，请先撤回或撤销那一件。',
  };
}

/** 申请延期: whether this reader may ask for a later deadline, and if not, why. The act itself asks again, on the locked row. */
export function extendOffer(
  ability: AppAbility,
  { tenant, unit, status, readerUnitIds, requested, narrowed }: Extendable,
): ObligationOffer {
  const offer = { verb: 'extend', label: '申请延期' } as const;
  if (!ability.can('start', subject('Obligation', { tenant, unitId: unit.id, readerUnitIds })))
    return {
      ...offer,
      allowed: false,
      code: 'not-allowed',
      reason: `只有${unit.name}的经办人可以申请延期`,
      cure: '如需延期，请联系该单位的经办人。',
    };
  const refusal = extensionUnderWay(status, requested) ?? narrowed;
  if (!refusal) return { ...offer, allowed: true };
  const { code, message: reason, cure } = refusal;
  return { ...offer, allowed: false, code, reason, ...(cure !== undefined && { cure }) };
}
