import type { Finding } from '../../shared/finding.js';
import type { BpmnElement } from './bpmn-tree.js';
import type { StandardFile } from './standard-file.js';

/**
 * One constraint that BPMN 2.0.2 states in words and not in its schema.
 * `error`: the standard says MUST or shall, and this engine knows no single meaning of a drawing that breaks it.
 * `warning`: the standard advises; or it demands, and the drawing still runs in the one way that is left. Where a flow
 * of ours must not be so (no end, a dead node), a check of its own says it as an error.
 */
export interface Rule {
  readonly id: string;
  /** of BPMN 2.0.2 (formal/2013-12-09) */
  readonly clause: string;
  readonly severity: 'error' | 'warning';
  /** names of the elements that the rule looks at */
  readonly on: readonly string[];
  /** true when the element breaks the rule; or the elements to point at, none when all is well */
  readonly broken: (element: BpmnElement, file: StandardFile) => boolean | readonly BpmnElement[];
  /** plain Chinese; `{it}` stands for the element */
  readonly message: string;
  readonly cure: string;
}

/** Rules by the element they look at. */
export function rulesByElement(rules: readonly Rule[]): ReadonlyMap<string, readonly Rule[]> {
  const byName = new Map<string, Rule[]>();
  for (const rule of rules) for (const name of rule.on) byName.set(name, [...(byName.get(name) ?? []), rule]);
  return byName;
}

export function findingsOf(rule: Rule, element: BpmnElement, file: StandardFile): readonly Finding[] {
  const answer = rule.broken(element, file);
  const places = answer === true ? [element] : answer === false ? [] : answer;
  return places.map((place) => ({
    code: rule.id,
    severity: rule.severity,
    message: rule.message.replaceAll('{it}', called(place)),
    cure: rule.cure,
    at: { elementId: identified(place)?.id ?? '' },
  }));
}

/** The element itself, or the nearest one around it that has an id. */
function identified(element: BpmnElement): BpmnElement | null {
  let each: BpmnElement | null = element;
  while (each !== null && each.id === '') each = each.parent;
  return each;
}

/** A name that a person sees in the drawing: its own, else that of the element around it, else the id. */
function called(element: BpmnElement): string {
  for (let each: BpmnElement | null = element; each !== null && each.name !== 'definitions'; each = each.parent) {
    const name = each.attributes['name'];
    if (name !== undefined && name !== '') return `“${name.replace(/\s+/g, ' ').slice(0, 60)}”`;
  }
  return `“${identified(element)?.id ?? element.name}”`;
}
