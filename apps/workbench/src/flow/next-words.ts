import type { Prediction } from '@chengban/web';

/** «填好“金额”才知道怎么走» */
export function unknownWords({ fields, name }: NonNullable<Prediction['unknown']>): string {
  if (fields.length === 0) return `到“${name}”时才知道怎么走`;
  return `填好${fields.map((field) => `“${field}”`).join('、')}才知道怎么走`;
}
