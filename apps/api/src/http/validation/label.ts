import 'reflect-metadata';

const LABEL = 'chengban:label';

/** The Chinese name of a DTO field, used in messages: `@Label('标题') title: string`. */
export const Label =
  (text: string): PropertyDecorator =>
  (target, property) =>
    Reflect.defineMetadata(LABEL, text, target, property);

/** The label of a field, else the field's own name. */
export const labelOf = (target: object | undefined, property: string): string =>
  (target && (Reflect.getMetadata(LABEL, target, property) as string | undefined)) ?? property;
