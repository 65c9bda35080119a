import { isUUID, registerDecorator } from 'class-validator';

const MOST_NODES = 100;
const MOST_PERSONS = 50;

/** Person ids by node: what the starter chooses for later steps. */
export const IsPersonsByNode =
  (): PropertyDecorator =>
  (target, property): void =>
    registerDecorator({
      name: 'isPersonsByNode',
      target: target.constructor,
      propertyName: property as string,
      validator: { validate: isPersonsByNode, defaultMessage: () => '选的办理人不是有效的编号' },
    });

function isPersonsByNode(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const lists = Object.values(value);
  return lists.length <= MOST_NODES && lists.every(isPersons);
}

const isPersons = (list: unknown): boolean =>
  Array.isArray(list) && list.length <= MOST_PERSONS && list.every((id) => isUUID(id));
