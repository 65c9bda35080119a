import type { FlowModel } from '@chengban/domain';

interface Expression {
  readonly text: string;
  readonly language: string | null;
}

/** An expression of the vocabulary as FEEL; what is FEEL already stays as it is. */
function toFeel(text: string): string {
  const trimmed = text.trim();
  const inner = /^\$\{(.*)\}$/s.exec(trimmed)?.[1] ?? trimmed;
  if (inner.startsWith('!')) return `not(${toFeel(inner.slice(1))})`;
  return inner.trim().replaceAll(/([A-Za-z_]\w*)\.contains\(([^()]*)\)/g, 'contains($1, $2)');
}

/** A copy of the model with every expression in FEEL, wherever it stands. */
export function withFeel(model: FlowModel): FlowModel {
  const text = JSON.stringify(model);
  return JSON.parse(text, (_, value: unknown) =>
    isExpression(value) ? { text: toFeel(value.text), language: null } : value,
  ) as FlowModel;
}

const isExpression = (value: unknown): value is Expression =>
  typeof value === 'object' &&
  value !== null &&
  'text' in value &&
  typeof value.text === 'string' &&
  'language' in value;
