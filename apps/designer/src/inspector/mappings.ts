import type { Moddle, ModdleFactory } from '../modeler/moddle.js';

export interface Mapping {
  from: string;
  to: string;
}

export type MappingKind = 'chengban:Input' | 'chengban:Output';

const valuesOf = (owner: Moddle): readonly Moddle[] =>
  ((owner.get('extensionElements') as Moddle | undefined)?.get('values') as Moddle[] | undefined) ?? [];

export const readMappings = (owner: Moddle, kind: MappingKind): Mapping[] =>
  valuesOf(owner)
    .filter((value) => value.$type === kind)
    .map((value) => ({ from: String(value.get('from') ?? ''), to: String(value.get('to') ?? '') }));

/** Extension elements with these mappings and everything else that was there; a new object, so that undo has the old one. */
export function withMappings(
  owner: Moddle,
  kind: MappingKind,
  mappings: readonly Mapping[],
  factory: ModdleFactory,
): Moddle | undefined {
  const values = [
    ...valuesOf(owner).filter((value) => value.$type !== kind),
    ...mappings.map(({ from, to }) => factory.create(kind, { from, to })),
  ];
  return values.length === 0 ? undefined : factory.create('bpmn:ExtensionElements', { values });
}
