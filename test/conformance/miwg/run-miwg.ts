import { rewriteBpmn, sameXml } from '@chengban/domain';
import { inWords } from '../deploy.js';
import { list, readIndex, readText } from '../files.js';
import { PASSED, refused, scoreOf, wrong } from '../score.js';
import type { Score, Verdict } from '../score.js';

interface ReferenceModel {
  readonly id: string;
  readonly file: string;
}

/** Reference models: read, written, read again, with nothing lost. */
export async function runMiwg(folder: string): Promise<Score> {
  const verdicts = [];
  for (const { id, file } of list<ReferenceModel>(readIndex(folder), 'models')) {
    verdicts.push({ id, verdict: await judge(readText(folder, file)) });
  }
  return scoreOf(verdicts);
}

async function judge(xml: string): Promise<Verdict> {
  const written = await rewriteBpmn(xml);
  if (!written.ok) return refused(inWords(written.error));
  const again = await rewriteBpmn(written.value);
  if (!again.ok) return wrong(`what was written cannot be read: ${inWords(again.error)}`);
  const lost = sameXml(xml, written.value) ?? sameXml(written.value, again.value);
  return lost === null ? PASSED : wrong(`not the same when written: ${lost}`);
}
