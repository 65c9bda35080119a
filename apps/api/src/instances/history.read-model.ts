import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';
import type { ChainedLine } from './history-chain.js';
import { verbName } from './verb-names.js';

/** One line as people read it. */
export interface HistoryItem {
  readonly seq: number;
  readonly at: Date;
  readonly actor: { readonly id: string; readonly name: string } | null;
  /** 代: on whose behalf the actor did it, where somebody was away */
  readonly for: { readonly id: string; readonly name: string } | null;
  readonly verb: string;
  readonly verbName: string;
  readonly nodeId: string | null;
  readonly text: string;
  readonly passed: readonly string[];
}

interface Row extends Omit<HistoryItem, 'actor' | 'for' | 'verbName'> {
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly forId: string | null;
  readonly forName: string | null;
}

/** What happened to an instance, from its append-only history. */
@Injectable()
export class HistoryReadModel {
  constructor(private readonly transactions: Transactions) {}

  /** @param after only what came after this revision. Leaves out what only a replay asks for: nobody did it */
  async items(tenant: string, instanceId: string, after = 0): Promise<HistoryItem[]> {
    const rows: Row[] = await this.transactions.current().query(
      `SELECT h.seq, h.at, h.actor_id AS "actorId", p.name AS "actorName",
              f.id AS "forId", f.name AS "forName", h.verb, h.node_id AS "nodeId", h.text, h.passed
         FROM history h LEFT JOIN person p ON p.tenant = h.tenant AND p.id = h.actor_id
         LEFT JOIN person f ON f.tenant = h.tenant AND f.id = (h.event->>'as')::uuid
        WHERE h.tenant = $1 AND h.instance_id = $2 AND h.revision > $3 AND h.verb <> 'adopt' ORDER BY h.seq`,
      [tenant, instanceId, after],
    );
    return rows.map(({ actorId, actorName, forId, forName, ...row }) => ({
      ...row,
      actor: actorId === null ? null : { id: actorId, name: actorName ?? '' },
      for: forId === null ? null : { id: forId, name: forName ?? '' },
      verbName: verbName(row.verb),
    }));
  }

  /** Every line with its links, as it is verified and replayed. */
  async chain(tenant: string, instanceId: string): Promise<ChainedLine[]> {
    const rows: (Omit<ChainedLine, 'at'> & { at: Date })[] = await this.transactions.current().query(
      `SELECT seq, revision, at, actor_id AS "actorId", verb, node_id AS "nodeId", event, passed, text,
              prev_hash AS "prevHash", hash
         FROM history WHERE tenant = $1 AND instance_id = $2 ORDER BY seq`,
      [tenant, instanceId],
    );
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }

  /** Where an instance stands for somebody whose page is old: the revision, and what happened since they looked. */
  async changedSince(tenant: string, instanceId: string, seen: number | null): Promise<Changed | null> {
    const [row]: { revision: number; savedAt: Date | null; savedBy: string | null; savedByName: string | null }[] =
      await this.transactions.current().query(
        `SELECT i.revision, d.saved_at AS "savedAt", d.saved_by AS "savedBy", p.name AS "savedByName"
           FROM instance i
           LEFT JOIN LATERAL (SELECT * FROM submission_draft WHERE tenant = i.tenant AND instance_id = i.id
                               ORDER BY saved_at DESC LIMIT 1) d ON TRUE
           LEFT JOIN person p ON p.tenant = d.tenant AND p.id = d.saved_by
          WHERE i.tenant = $1 AND i.id = $2`,
        [tenant, instanceId],
      );
    if (!row) return null;
    // a page that does not say what it saw is told the last thing that happened
    const items = await this.items(tenant, instanceId, seen ?? row.revision - 1);
    const changed = items.map(withoutPassed);
    return { revision: row.revision, changed: changed.length > 0 ? changed : savedAgain(row) };
  }
}

function withoutPassed(full: HistoryItem): Omit<HistoryItem, 'passed'> {
  const { passed: _, ...item } = full;
  return item;
}

/** Saving a draft again leaves no line: what is known of it stands on the draft. */
function savedAgain({
  savedAt,
  savedBy,
  savedByName,
}: {
  savedAt: Date | null;
  savedBy: string | null;
  savedByName: string | null;
}) {
  if (savedAt === null || savedBy === null) return [];
  const actor = { id: savedBy, name: savedByName ?? '' };
  return [{ seq: 0, at: savedAt, actor, for: null, verb: 'save', verbName: verbName('save'), nodeId: null, text: '' }];
}

export interface Changed {
  readonly revision: number;
  readonly changed: readonly Omit<HistoryItem, 'passed'>[];
}
