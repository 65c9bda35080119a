import { subject } from '@casl/ability';
import type { AppAbility } from '@chengban/domain';
import type { ObligationItem, ObligationOffer } from './obligations.dto.js';

type Startable = Pick<ObligationItem, 'unit' | 'status' | 'instanceId'> & { tenant: string; readerUnitIds: string[] };

/** Whether this reader may open the flow of an obligation, and if not, why. The act itself asks again, on the locked row. */
export function startOffer(
  ability: AppAbility,
  { tenant, unit, status, instanceId, readerUnitIds }: Startable,
): ObligationOffer {
  const offer = { verb: 'start', label: '开始填报' } as const;
  if (status === 'closed')
    return { ...offer, allowed: false, code: 'obligation-closed', reason: '这个承办事项已经办结' };
  if (instanceId !== null)
    return {
      ...offer,
      allowed: false,
      code: 'already-started',
      reason: '这个承办事项已经开始填报',
      cure: '请在「我的待办」中继续办理。',
    };
  const row = subject('Obligation', { tenant, unitId: unit.id, readerUnitIds });
  if (!ability.can('start', row))
    return {
      ...offer,
      allowed: false,
      code: 'not-allowed',
      reason: `只有${unit.name}的经办人可以开始填报`,
      cure: '如需办理，请联系该单位的经办人。',
    };
  return { ...offer, allowed: true };
}
