import type { CompiledFlow } from '../compile/compiled-flow.js';
import type { ScenarioReport } from './run-scenario.js';

interface Covered {
  readonly total: number;
  readonly passed: number;
  /** ids that no scenario passes, in the order of the drawing */
  readonly missing: readonly string[];
}

export interface Coverage {
  readonly nodes: Covered;
  readonly flows: Covered;
}

/** Which nodes and flows of a flow its scenarios pass, and which none does. */
export function coverageOf(
  { nodes, flows, scopes }: CompiledFlow,
  reports: readonly Pick<ScenarioReport, 'covered'>[],
): Coverage {
  const passed = new Set(reports.flatMap(({ covered }) => covered));
  // no token passes an event sub-process itself: it is passed when something starts it
  for (const [id, { inside }] of Object.entries(nodes)) {
    const scope = inside === undefined ? undefined : scopes[inside];
    if (scope?.kind === 'event' && (scope.triggered ?? []).some((start) => passed.has(start))) passed.add(id);
  }
  const of = (ids: readonly string[]): Covered => {
    const missing = ids.filter((id) => !passed.has(id));
    return { total: ids.length, passed: ids.length - missing.length, missing };
  };
  return { nodes: of(Object.keys(nodes)), flows: of(Object.keys(flows)) };
}
