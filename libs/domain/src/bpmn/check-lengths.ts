import type { Finding } from '../shared/finding.js';
import * as problems from './bpmn-problems.js';
import { MAX_NAME, MAX_QUANTITY, MAX_TEXT } from './limits.js';
import type { FlowModel } from './model.js';

/** Texts and quantities are such as a person writes: no formula's parser, calendar or screen is given more. */
export function checkLengths(model: Omit<FlowModel, 'constraintFindings'>): readonly Finding[] {
  const findings = new Map<string, Finding>();
  // decision tables have bounds of their own
  const { decisions, ...rest } = model;
  const keys = Object.keys(decisions).map((key) => ({ name: key }));
  look([rest, keys], model.processId, findings);
  return [...findings.values()];
}

/** `owner`: the id of the element around. As deep as the model, whose nesting the reader has bounded. */
function look(value: unknown, owner: string, findings: Map<string, Finding>): void {
  if (typeof value !== 'object' || value === null) return;
  const own = (value as { id?: unknown }).id;
  const id = (typeof own === 'string' && own !== '' ? own : owner).slice(0, 60);
  for (const [key, member] of Object.entries(value)) {
    if (typeof member === 'number') {
      if (key.endsWith('Quantity') && !(member >= 1 && member <= MAX_QUANTITY)) {
        findings.set(`${id} ${key}`, problems.badQuantity(id, key));
      }
    } else if (typeof member !== 'string') look(member, id, findings);
    else if (key === 'name' && member.length > MAX_NAME) findings.set(`${id} name`, problems.nameTooLong(id));
    else if (member.length > MAX_TEXT) findings.set(`${id} text`, problems.textTooLong(id));
  }
}
