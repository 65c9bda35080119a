// Random drawings as flows of an office: who drafts, how many decide and how, where a return may lead.
import fc from 'fast-check';
import { readBpmn } from '@chengban/domain';
import type { CompiledFlow } from '@chengban/domain';
import { compileModel } from '../../../libs/domain/src/compile/compile-flow.js';
import type { Drawing } from '../engine/drawing.js';
import { drawings } from '../engine/random-drawing.js';
import { toBpmn } from '../engine/to-bpmn.js';

export interface Office {
  readonly drawing: Drawing;
  readonly numbers: readonly number[];
}

export const offices: fc.Arbitrary<Office> = fc.record({
  drawing: drawings(18),
  numbers: fc.array(fc.nat({ max: 5_039 }), { minLength: 60, maxLength: 60, size: 'max' }),
});

/** Two in three are reviews with one seat, the rest is spread over all that can be drawn. */
const SEATS = [
  '',
  '',
  '',
  '',
  'any',
  'all',
  'sequence',
  'vote" chengban:passRatio="0.5',
  'vote" chengban:passCount="2" chengban:veto="true',
  'vote" chengban:passRatio="0.67" chengban:decide="collect',
  'all" chengban:decide="collect',
  'vote" chengban:passCount="1" chengban:rejectCount="2',
] as const;
const DEDUPE = ['off', 'off', 'adjacent', 'first', 'last'] as const;
const CANCEL = ['review', 'accepted', 'never'] as const;

export function officeBpmn({ drawing, numbers }: Office): string {
  let at = 0;
  const next = (below: number): number => (numbers[at++ % numbers.length] ?? 0) % below;
  const tasks = drawing.nodes.filter(({ kind }) => kind === 'task').map(({ id }) => id);
  const attributes = (id: string): string => {
    if (next(3) === 0) return 'chengban:purpose="draft"';
    const seats = SEATS[next(SEATS.length)] ?? '';
    const named = tasks[next(tasks.length)] ?? id;
    return [
      seats !== '' && `chengban:seats="${seats}"`,
      next(4) === 0 && `chengban:returnTo="${named}"`,
      next(5) === 0 && `chengban:returnWhere="${['drafter', 'previous any', 'any', 'named drafter'][next(4)]}"`,
      next(5) === 0 && `chengban:returnAfter="${['direct', 'replay', 'ask'][next(3)]}"`,
      next(8) === 0 && 'chengban:verbs="approve return"',
    ]
      .filter(Boolean)
      .join(' ');
  };
  const process = `chengban:dedupe="${DEDUPE[next(DEDUPE.length)]}" chengban:cancelUntil="${CANCEL[next(3)]}"`;
  return toBpmn(drawing)
    .replace('<bpmn:process ', `<bpmn:process ${process} `)
    .replaceAll(/<bpmn:userTask id="(\w+)"/g, (text, id: string) => `${text} ${attributes(id)}`);
}

export async function officeFlow(office: Office): Promise<CompiledFlow> {
  const read = await readBpmn(officeBpmn(office));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return compileModel(read.value);
}
