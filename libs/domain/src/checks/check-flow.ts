import type { Finding } from '../shared/finding.js';
import type { FlowModel } from '../bpmn/model.js';
import { allChecks } from './all-checks.js';
import type { CheckContext } from './check.js';

/** Every finding about a model, errors first. Errors block publishing, warnings ask for a look. Never throws. */
export function checkFlow(model: FlowModel, context: CheckContext = {}): readonly Finding[] {
  const findings = allChecks.flatMap((check) => check.run(model, context));
  return [
    ...findings.filter((each) => each.severity === 'error'),
    ...findings.filter((each) => each.severity === 'warning'),
  ];
}
