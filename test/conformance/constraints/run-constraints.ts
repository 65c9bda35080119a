import { constraintFindings, readBpmn } from '@chengban/domain';
import type { Finding } from '@chengban/domain';
import { inWords } from '../deploy.js';
import { list, readIndex, readText } from '../files.js';
import { PASSED, refused, scoreOf, wrong } from '../score.js';
import type { Score, Verdict } from '../score.js';
import { placesOf, refusedIn } from './places.js';

interface ConstraintCase {
  readonly id: string;
  readonly file: string;
  readonly rule: string;
  readonly valid: boolean;
  readonly xpaths: readonly string[];
}

/** Small models by rule of the standard: a valid one must raise no finding, an invalid one a finding at the place. */
export async function runConstraints(folder: string): Promise<Score> {
  const verdicts = [];
  let falseAlarms = 0;
  for (const each of list<ConstraintCase>(readIndex(folder), 'cases')) {
    const xml = readText(folder, each.file);
    const verdict = await (each.valid ? judgeValid(xml) : judgeInvalid(xml, each.xpaths));
    if (each.valid && verdict.kind === 'wrong') falseAlarms += 1;
    verdicts.push({ id: `${each.rule} ${each.id}`, verdict });
  }
  return { ...scoreOf(verdicts), falseAlarms };
}

interface Looked {
  /** rules of the standard that the file breaks, and what else is wrong with its text */
  readonly findings: readonly Finding[];
  /** what the file holds that the engine does not run, with the reason */
  readonly unsupported: readonly string[];
}

async function look(xml: string): Promise<Looked> {
  const read = await readBpmn(xml);
  const others = read.ok ? [] : read.error.filter(({ code }) => code !== ONLY_FOR_RUNNING);
  return { findings: [...constraintFindings(xml), ...others], unsupported: refusedIn(xml) };
}

/** The standard allows a file without a process. */
const ONLY_FOR_RUNNING = 'no-process';

async function judgeValid(xml: string): Promise<Verdict> {
  const { findings, unsupported } = await look(xml);
  if (findings.length > 0) return wrong(`false alarm: ${inWords(findings)}`);
  return unsupported.length > 0 ? refused(unsupported.join(' | ')) : PASSED;
}

async function judgeInvalid(xml: string, xpaths: readonly string[]): Promise<Verdict> {
  const { findings, unsupported } = await look(xml);
  const places = placesOf(xml, xpaths);
  const there = findings.filter(({ at }) => xpaths.length === 0 || places.has(at?.elementId ?? ''));
  if (there.length > 0) return PASSED;
  if (unsupported.length > 0) return PASSED;
  const elsewhere = findings.length > 0 ? `found ${inWords(findings)}` : 'found nothing';
  return wrong(`${elsewhere}${places.size > 0 ? `, not at ${[...places].join(', ')}` : ''}`);
}
