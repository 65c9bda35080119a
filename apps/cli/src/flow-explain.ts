import { explainFlow } from '@chengban/domain';
import type { Explained } from '@chengban/domain';
import { EXIT } from './exit-code.js';
import type { ExitCode } from './exit-code.js';
import { findingLines, readFlowFile } from './read-flow-file.js';
import { reportRefusal } from './report-refusal.js';

/** Exit 0 with the flow in words, 1 with its findings when it cannot run, 2 when the file is no flow. */
export async function flowExplain(file: string, { json = false }: { json?: boolean }): Promise<ExitCode> {
  const read = await readFlowFile(file);
  if (!read.ok) return reportRefusal(read.error, json);
  if (read.value.kind === 'unreadable' || read.value.compiled === null) {
    const { findings } = read.value;
    console.log(json ? JSON.stringify({ findings }, null, 2) : findingLines(findings).join('\n'));
    return read.value.kind === 'unreadable' ? EXIT.unusable : EXIT.findings;
  }
  const { compiled } = read.value;
  const steps = explainFlow(compiled);
  if (json) console.log(JSON.stringify({ id: compiled.processId, name: compiled.name, steps }, null, 2));
  else console.log([compiled.name || compiled.processId, ...numbered(steps)].join('\n'));
  return EXIT.good;
}

/** `3.` on the outermost level, `3.1` for what lies inside the third step. */
function numbered(steps: readonly Explained[]): readonly string[] {
  const counts: number[] = [];
  return steps.map(({ depth, sentences }) => {
    counts.length = depth + 1;
    counts[depth] = (counts[depth] ?? 0) + 1;
    const number = depth === 0 ? `${counts[0]}.` : counts.join('.');
    return `${'   '.repeat(depth)}${number} ${sentences.join('')}`;
  });
}
