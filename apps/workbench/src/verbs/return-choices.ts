import type { ReturnTarget } from '@chengban/web';

/** A step to which work may be returned, once: it may be the drafter's, the one before and a passed one at the same time. */
export interface ReturnChoice {
  key: string;
  target: ReturnTarget;
  /** besides its name */
  note: string;
}

const WORDS: Readonly<Record<ReturnTarget['where'], string>> = {
  drafter: '填报人',
  previous: '上一环节',
  named: '流程图指定',
  node: '',
};

export function returnChoices(targets: readonly ReturnTarget[]): ReturnChoice[] {
  const byNode = new Map<string, ReturnTarget[]>();
  for (const target of targets) byNode.set(target.nodeId, [...(byNode.get(target.nodeId) ?? []), target]);
  return [...byNode].map(([key, [target, ...more]]) => ({
    key,
    target: target as ReturnTarget,
    note: [target as ReturnTarget, ...more]
      .map(({ where }) => WORDS[where])
      .filter(Boolean)
      .join('、'),
  }));
}

export const AFTER_WORDS: Readonly<Record<string, { label: string; help: string }>> = {
  direct: { label: '直接送回我', help: '中间的环节不用再办' },
  replay: { label: '重新走一遍', help: '从退回的环节起，每一步再办一次' },
};

/** What happens when the work comes back: a choice, one way that is set, or what the drawing draws. */
export function aftersOf({ after }: Pick<ReturnTarget, 'after'>): readonly string[] | 'drawn' {
  return after === 'drawn' || typeof after === 'string' ? 'drawn' : after;
}
