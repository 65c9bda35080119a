import type { Milestone } from '@chengban/domain';
import type { FieldError } from '../http/problems/problem.js';
import { invalidInput } from '../http/problems/common-problems.js';
import type { DeadlineBody } from './plan-draft.dto.js';

/** @throws 400 when a milestone has neither or both of `due` and `yearly` */
export function milestonesOf({ milestones }: DeadlineBody): Milestone[] {
  const errors: FieldError[] = [];
  const read = milestones.flatMap(({ due, yearly, ...words }, index): Milestone[] => {
    if (due !== undefined && yearly === undefined) return [{ due, ...words }];
    if (yearly !== undefined && due === undefined) return [{ yearly, ...words }];
    errors.push({
      field: `deadline.milestones.${index}`,
      message: `第 ${index + 1} 个节点请填写日期或每年的日期，二者选一`,
    });
    return [];
  });
  if (errors.length > 0) throw invalidInput(errors);
  return read;
}
