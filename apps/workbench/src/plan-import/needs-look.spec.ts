import type { MeasureReading, PlanReading } from '@chengban/web';
import { needsLook, repairsOf } from './needs-look';

const measure = (no: number, row: number, change: Partial<MeasureReading> = {}): MeasureReading => ({
  no,
  keyTask: 1,
  workTask: 1,
  text: '措施',
  units: ['市司法局'],
  deadline: { text: '2024年12月底前', milestones: [{ due: '2024-12-31', requirement: '' }], ongoing: false },
  source: { row, cells: { text: '', units: '', deadline: '' } },
  ...change,
});
const reading = (measures: MeasureReading[]): PlanReading => ({
  title: '',
  keyTasks: [],
  workTasks: [],
  measures,
  repairs: [{ code: 'space', message: '', at: { row: 3, column: 5 }, before: '', after: '' }],
  findings: [{ code: 'unknown-deadline', severity: 'error', message: '', at: { row: 4, column: 5 } }],
});

test('a measure that was read without repair or finding needs no second look', () => {
  const one = measure(1, 2);
  expect(needsLook(reading([one]), one)).toBe(false);
});

test('a repair, a finding, no unit and no day each ask for one', () => {
  const asked = [
    measure(2, 3),
    measure(3, 4),
    measure(4, 5, { units: [] }),
    measure(5, 6, { deadline: { text: '', milestones: [], ongoing: false } }),
  ];
  for (const one of asked) expect(needsLook(reading(asked), one)).toBe(true);
});

test('a repair belongs to the measure of its row only', () => {
  expect(repairsOf(reading([]), measure(2, 3))).toHaveLength(1);
  expect(repairsOf(reading([]), measure(2, 4))).toHaveLength(0);
});
