import type { CompiledFlow } from '../compile/compiled-flow.js';
import type { ScenarioReport } from './run-scenario.js';

export interface Covered {
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
  { nodes, flows }: CompiledFlow,
  reports: readonly Pick<ScenarioReport, 'covered'>[],
): Coverage {
  const passed = new Set(reports.flatMap(({ covered }) => covered));
  const of = (ids: readonly string[]): Covered => {
    const missing = ids.filter((id) => !passed.has(id));
    return { total: ids.length, passed: ids.length - missing.length, missing };
  };
  return { nodes: of(Object.keys(nodes)), flows: of(Object.keys(flows)) };
}
