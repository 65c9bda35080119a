import { problem, wrong } from '../field-kind.js';
import type { FieldKind } from '../field-kind.js';
import type { FormField } from '../form.js';

const DECIMALS: ReadonlyMap<number, number> = new Map([
  [1, 0],
  [0.1, 1],
  [0.01, 2],
  [0.001, 3],
  [0.0001, 4],
]);

/** How many decimals a value may have; undefined where the field does not say. */
export const decimalsOf = (field: FormField): number | undefined =>
  field.type === 'number' && field.multipleOf !== undefined ? DECIMALS.get(field.multipleOf) : undefined;

/** A number, within limits, with a unit beside it. */
export const number: FieldKind = {
  name: 'number',
  widgets: ['number'],
  check(value, { path, called, field }) {
    if (typeof value !== 'number' || !Number.isFinite(value))
      return [wrong('field-type', path, `${called}要填数字。`, '请只填数字，不带单位。')];
    const { minimum, maximum } = field.type === 'number' ? field : {};
    if (minimum !== undefined && value < minimum)
      return [wrong('field-too-small', path, `${called}不能小于 ${minimum}。`, '请核对后重新填写。')];
    if (maximum !== undefined && value > maximum)
      return [wrong('field-too-large', path, `${called}不能大于 ${maximum}。`, '请核对后重新填写。')];
    const decimals = decimalsOf(field);
    if (decimals === undefined || Number(value.toFixed(decimals)) === value) return [];
    const asked = decimals === 0 ? '整数' : `最多 ${decimals} 位小数的数字`;
    return [wrong('field-decimals', path, `${called}要填${asked}。`, '请四舍五入后重新填写。')];
  },
  problems({ path, called, field }) {
    if (field.type !== 'number') return [];
    const { minimum, maximum, multipleOf } = field;
    return [
      ...(multipleOf !== undefined && !DECIMALS.has(multipleOf)
        ? [problem(path, `${called}的 multipleOf 是 ${multipleOf}。`, '请写成 1、0.1、0.01、0.001 或 0.0001。')]
        : []),
      ...(minimum !== undefined && maximum !== undefined && minimum > maximum
        ? [problem(path, `${called}的最小值比最大值还大，没有数字可填。`, '请改正 minimum 和 maximum。')]
        : []),
    ];
  },
};
