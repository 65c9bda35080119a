import type { HistoryEntry } from '@chengban/web';

/** One signed line of the 意见栏. */
export interface Opinion {
  seq: number;
  nodeName: string;
  /** what was decided, as the flow calls it: 通过, 退回 … */
  verdict: string;
  text: string;
  entry: HistoryEntry;
}

/** What counts as an opinion on what was handed in. */
const DECISIONS = ['approve', 'return', 'reject', 'repeat'];

/**
 * The opinions on each round, the first round first: what was decided after it was handed in and before the next one was.
 * A decision that was taken back (撤回) is none.
 */
export function opinionsByRound(history: readonly HistoryEntry[]): Opinion[][] {
  const rounds: Opinion[][] = [];
  for (const entry of history) {
    const opinions = rounds.at(-1);
    if (entry.verb === 'submit') rounds.push([]);
    else if (!opinions) continue;
    else if (entry.verb === 'withdraw') takeBack(opinions, entry);
    else if (DECISIONS.includes(entry.verb)) opinions.push(opinionOf(entry));
  }
  return rounds;
}

function opinionOf(entry: HistoryEntry): Opinion {
  const { seq, nodeName, verbName, text } = entry;
  return { seq, nodeName: nodeName ?? verbName, verdict: verbName, text: text || `${verbName}。`, entry };
}

/** Removes the last decision of the one who withdrew, at the node where they did. */
function takeBack(opinions: Opinion[], { actor, nodeId }: HistoryEntry): void {
  const last = opinions.findLastIndex(
    ({ entry }) => entry.actor?.id === actor?.id && (nodeId === null || entry.nodeId === nodeId),
  );
  if (last >= 0) opinions.splice(last, 1);
}
