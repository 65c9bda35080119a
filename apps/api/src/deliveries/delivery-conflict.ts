import { Injectable } from '@nestjs/common';
import { momentInWords } from '../http/problems/moment-in-words.js';
import { Problem } from '../http/problems/problem.js';
import type { DeliveryAct } from '../outbox/delivery-act.js';
import { PeopleReadModel } from '../people/people.read-model.js';
import { ACT_NAMES } from './delivery-words.js';

/** Why an act on what did not arrive comes too late. */
export interface Conflict {
  readonly code: 'stale' | 'delivered' | 'abandoned' | 'not-abandoned' | 'not-failing' | 'timer-closed';
  readonly title: string;
  readonly cure: string;
  /** what the row itself says, before what people did */
  readonly fact?: string;
}

interface Row {
  readonly tenant: string;
  readonly acts: readonly DeliveryAct[];
}

const STALE: Conflict = {
  code: 'stale',
  title: '内容已有更新',
  cure: '您看到的不是最新情况，操作没有执行。请刷新页面，查看变化后再办理。',
};

/** @param seen the revision that the author of the act saw; null when the request does not say */
export const staleFor = ({ acts }: Pick<Row, 'acts'>, seen: number | null): Conflict | null =>
  seen !== null && seen !== acts.length ? STALE : null;

/** Answers 409 with who did what meanwhile. */
@Injectable()
export class DeliveryConflicts {
  constructor(private readonly people: PeopleReadModel) {}

  /** @param seen the revision that the author of the act saw; null when the request does not say */
  async problem({ code, title, cure, fact = '' }: Conflict, row: Row, seen: number | null): Promise<Problem> {
    const acts = row.acts.slice(seen ?? 0);
    const ids = acts.flatMap(({ by }) => (by === null ? [] : [by]));
    const names = await this.people.namesOf(row.tenant, ids);
    const changed = acts.map(({ verb, at, by, reason = '' }) => ({
      verb,
      verbName: ACT_NAMES[verb],
      at,
      text: reason,
      actor: by === null ? null : { id: by, name: names.get(by) ?? '' },
    }));
    const last = changed.at(-1);
    const done = last
      ? `${last.actor?.name ?? '系统'}于${momentInWords(new Date(last.at))}${last.verbName}${last.text === '' ? '' : `，理由：${last.text}`}。`
      : '';
    const current = { revision: row.acts.length, changed };
    return new Problem({ status: 409, code, title, detail: `${fact}${done}${cure}`, extra: { current } });
  }
}
