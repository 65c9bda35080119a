import { memberUses } from '../expressions/member-uses.js';
import type { Workflow } from '../run/workflow.js';
import type { Json } from '../shared/json.js';
import type { Stepped } from './standing/advance.js';

/** A decision that nobody can foresee yet. */
export interface MissingFields {
  /** the gateway or activity whose flows ask */
  readonly nodeId: string;
  /** names of the form's fields that are still empty */
  readonly fields: readonly string[];
}

/** The first decision of a step that went by a field which is still empty: with it filled in, it may go another way. */
export function missingFields({ compiled }: Workflow, { marking, effects }: Stepped): MissingFields | null {
  for (const effect of effects) {
    if (effect.type !== 'pass' && effect.type !== 'incident') continue;
    const id = effect.type === 'pass' ? effect.elementId : effect.nodeId;
    const node = Object.hasOwn(compiled.nodes, id) ? compiled.nodes[id] : undefined;
    if (node === undefined || node.outgoing.length < 2) continue;
    const conditions = node.outgoing.flatMap((flow) => compiled.flows[flow]?.when ?? []);
    const fields = conditions.flatMap((text) => memberUses(text, 'form').map(({ name }) => name));
    const empty = [...new Set(fields)].filter((name) => isEmpty(marking.variables['form'], name));
    if (empty.length > 0) return { nodeId: id, fields: empty };
  }
  return null;
}

function isEmpty(form: Json | undefined, name: string): boolean {
  if (typeof form !== 'object' || form === null || Array.isArray(form)) return true;
  const value = Object.hasOwn(form, name) ? (form as Readonly<Record<string, Json>>)[name] : null;
  return value === null || value === undefined || value === '';
}
