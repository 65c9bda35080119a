import type { CellPosition, Finding, Milestone, PlanReading, Position, ReadMeasure } from '@chengban/domain';

const MEASURE_CHARACTERS = 40;

/** A reading as a person reads it in a terminal: the plan, then what was repaired, then what needs a look. */
export function planSummary(reading: PlanReading): string {
  const { keyTasks, workTasks, measures, repairs, findings } = reading;
  const lines = [
    reading.title,
    `重点任务 ${keyTasks.length} 项，工作任务 ${workTasks.length} 项，主要措施 ${measures.length} 项。`,
  ];
  for (const keyTask of keyTasks) {
    lines.push('', `重点任务 ${keyTask.no}：${keyTask.title}`);
    for (const workTask of workTasks.filter((task) => task.keyTask === keyTask.no)) {
      lines.push(`  ${workTask.no}. ${workTask.title}`);
      lines.push(...measures.filter((m) => m.workTask === workTask.no).flatMap(measureLines));
    }
  }
  const section = (title: string, items: readonly string[]): void => {
    if (items.length > 0) lines.push('', `${title} ${items.length} 处：`, ...items.map((item) => `  ${item}`));
  };
  section(
    '已修复',
    repairs.map((r) => `${place(r.at)} ${r.message}「${middleCut(r.before)}」→「${middleCut(r.after)}」`),
  );
  section('请核对', findings.filter((f) => f.severity === 'warning').map(findingLine));
  section('必须处理', findings.filter((f) => f.severity === 'error').map(findingLine));
  return lines.filter((line, index) => index > 0 || line !== '').join('\n');
}

const measureLines = (measure: ReadMeasure): readonly string[] => [
  `    (${measure.no}) ${shortened(measure.text)}`,
  `        责任单位：${measure.units.join('、')}`,
  `        完成时限：${deadlineText(measure)}`,
];

function deadlineText({ deadline }: ReadMeasure): string {
  const parts = deadline.milestones.map((m) => [day(m), who(m), m.requirement].filter((part) => part !== '').join(' '));
  if (deadline.ongoing) parts.push('持续推进');
  return parts.length > 0 ? parts.join('；') : `未能读出（原文：${deadline.text}）`;
}

const day = (milestone: Milestone): string =>
  milestone.due ? `不迟于 ${milestone.due}` : `每年不迟于 ${milestone.yearly}`;

const who = ({ sectors, exceptSectors }: Milestone): string =>
  sectors ? `【${sectors.join('、')}】` : exceptSectors ? `【除${exceptSectors.join('、')}以外】` : '';

const findingLine = (finding: Finding): string =>
  [finding.at ? place(finding.at) : '', finding.message + (finding.cure ?? '')].filter(Boolean).join(' ');

const place = ({ row, column, line }: Position | CellPosition): string =>
  `第 ${row} 行第 ${column} 列${line === undefined ? '' : `（文件第 ${line} 行）`}`;

const middleCut = (text: string): string =>
  text.length > 2 * MEASURE_CHARACTERS
    ? `${text.slice(0, MEASURE_CHARACTERS)}……${text.slice(-MEASURE_CHARACTERS)}`
    : text;

const shortened = (text: string): string =>
  text.length > MEASURE_CHARACTERS ? `${text.slice(0, MEASURE_CHARACTERS)}……` : text;
