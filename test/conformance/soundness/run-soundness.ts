import { nodesOf, readBpmn, soundness } from '@chengban/domain';
import type { FlowModel } from '@chengban/domain';
import { blockingFindings, inWords } from '../deploy.js';
import { list, readIndex, readText } from '../files.js';
import { PASSED, refused, scoreOf, wrong } from '../score.js';
import type { Score, Verdict } from '../score.js';

interface NetworkVerdict {
  readonly Safe: boolean;
  readonly Sound: boolean;
}

interface SoundnessModel {
  readonly name: string;
  readonly file: string;
  readonly processes: number;
  /** by the order in which a network delivers messages */
  readonly verdicts: Readonly<Record<string, NetworkVerdict>>;
}

/** Models whose verdicts a model checker gave: those with one process, and those whose verdict holds for every network. */
export async function runSoundness(folder: string): Promise<Score> {
  const verdicts = [];
  for (const model of list<SoundnessModel>(readIndex(folder), 'models')) {
    const expected = common(Object.values(model.verdicts));
    if (expected === null) continue;
    verdicts.push({ id: model.name, verdict: await judge(readText(folder, model.file), expected) });
  }
  return scoreOf(verdicts);
}

function common([first, ...others]: readonly NetworkVerdict[]): NetworkVerdict | null {
  if (first === undefined) return null;
  return others.every(({ Safe, Sound }) => Safe === first.Safe && Sound === first.Sound) ? first : null;
}

async function judge(xml: string, { Safe, Sound }: NetworkVerdict): Promise<Verdict> {
  const read = await readBpmn(xml);
  if (!read.ok) return refused(inWords(read.error));
  const { properties, scopes, leftMessages } = soundness(read.value);
  const { optionToComplete, properCompletion, noSecondToken } = properties;
  // the model checker calls a collaboration sound only when every message was taken; here that is a remark of its own
  const allTaken = leftMessages === null ? null : leftMessages.length === 0;
  const sound = both(both(optionToComplete, properCompletion), allTaken);
  if (sound === Sound && noSecondToken === Safe) return PASSED;
  const broken = blockingFindings(read.value);
  if (broken.length > 0) return refused(`breaks the standard: ${inWords(broken)}`);
  if (sound === null || noSecondToken === null) {
    return refused(`unknown: ${scopes.flatMap(({ unknown }) => unknown ?? []).join(', ')}`);
  }
  if (sound === Sound && noSecondToken && comesAgain(read.value))
    return refused('a non-interrupting timer comes again and again in the model checker, here as its text says');
  return wrong(`found safe ${noSecondToken}, sound ${sound}, expected safe ${Safe}, sound ${Sound}`);
}

/** There every non-interrupting timer fires as often as it can, so that two of its tokens are on one flow. */
const comesAgain = (model: FlowModel): boolean =>
  nodesOf(model).some(
    (node) =>
      node.kind === 'boundaryEvent' && !node.interrupting && node.triggers.some((trigger) => trigger.kind === 'timer'),
  );

const both = (a: boolean | null, b: boolean | null): boolean | null =>
  a === false || b === false ? false : a === null || b === null ? null : true;
