import { hasErrors, scenarioOf, soundness } from '@chengban/domain';
import type { FlowModel, Scenario } from '@chengban/domain';
import { EXIT } from './exit-code.js';
import type { ExitCode } from './exit-code.js';
import { errors, findingLines, readFlowFile } from './read-flow-file.js';
import { reportRefusal } from './report-refusal.js';
import { soundnessLines, troubleName } from './soundness-lines.js';

/** Exit 0 when the flow may be published (warnings included), 1 when errors have to be mended, 2 when the file is no flow. */
export async function flowCheck(file: string, { json = false }: { json?: boolean }): Promise<ExitCode> {
  const read = await readFlowFile(file);
  if (!read.ok) return reportRefusal(read.error, json);
  if (read.value.kind === 'unreadable') {
    const { findings } = read.value;
    if (json) console.log(JSON.stringify({ publishable: false, findings }, null, 2));
    else console.log([...findingLines(findings), '这个文件不能作为流程使用。'].join('\n'));
    return EXIT.unusable;
  }
  const { findings, model } = read.value;
  const publishable = !hasErrors(findings);
  const report = soundness(model);
  if (json) {
    const { verdict, properties } = report;
    const found = { verdict, properties, scenarios: counterexamples(model) };
    console.log(JSON.stringify({ publishable, findings, soundness: found }, null, 2));
  } else {
    const verdict = publishable ? '可以发布。' : `还不能发布，请先改正 ${errors(findings).length} 处错误。`;
    console.log([...findingLines(findings), ...soundnessLines(report, model), verdict].join('\n'));
  }
  return publishable ? EXIT.good : EXIT.findings;
}

/** Each trouble as a scenario that plays it: `flow run FILE --script` takes it. */
const counterexamples = (model: FlowModel): readonly Scenario[] =>
  soundness(model).scopes.flatMap(({ troubles }) =>
    troubles
      .filter(({ rescued }) => !rescued)
      .map((trouble) => scenarioOf(model, troubleName(trouble, model), trouble.counterexample)),
  );
