import { Injectable } from '@nestjs/common';
import {
  accessAt,
  civilDateInShanghai,
  formIn,
  leastGenerous,
  nodeInfo,
  predict,
  type JsonObject,
  type Prediction,
} from '@chengban/domain';
import type { EntityManager } from 'typeorm';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import type { Flow } from '../definitions/flows.read-model.js';
import { formNodes } from '../submissions/form-view.read-model.js';
import { withPeople } from './casting.js';
import { LOOK_UP_SEATS } from './lock-statements.js';
import { standingOf, type LockedInstance, type SeatHolder } from './locked-state.js';
import { runPrepared } from './prepared.js';
import { sittingView, type PersonView } from './sitting-view.js';

type Predicted = Pick<
  LockedInstance,
  | 'tenant'
  | 'unitId'
  | 'supervisorUnitId'
  | 'startedBy'
  | 'seatUnitIds'
  | 'seatRoles'
  | 'seatPersonIds'
  | 'marking'
  | 'approval'
  | 'drafterIds'
  | 'round'
>;

interface PredictedStep {
  readonly nodeId: string;
  readonly name: string;
  readonly rule: string;
  readonly who: readonly PersonView[];
}

/** Who comes next if everybody hands in and agrees; where that cannot be known, what is missing. */
export interface PredictionView {
  readonly next: readonly PredictedStep[];
  readonly unknown: { readonly nodeId: string; readonly name: string; readonly fields: readonly string[] } | null;
  readonly stuck: { readonly nodeId: string; readonly message: string } | null;
  readonly ends: boolean;
}

/** The same step as will run, on a standing that is thrown away. */
@Injectable()
export class PredictionReadModel {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @param form what is filled in so far, where it is being edited */
  async predict(instance: Predicted, flow: Flow, form?: JsonObject): Promise<PredictionView> {
    // one moment for all lookups, and statements that are prepared once
    return this.transactions.inTransaction((manager) => this.foresee(manager, instance, flow, form));
  }

  private async foresee(
    manager: EntityManager,
    instance: Predicted,
    flow: Flow,
    form: JsonObject | undefined,
  ): Promise<PredictionView> {
    const now = this.clock.now();
    const { tenant, seatUnitIds, seatRoles, seatPersonIds } = instance;
    const values = [tenant, seatUnitIds, seatRoles, seatPersonIds, civilDateInShanghai(now)];
    const [row] = await runPrepared<{ readonly seats: readonly SeatHolder[] }>(manager, LOOK_UP_SEATS, values);
    const standing = standingOf(instance);
    const { workflow } = flow;
    const { taken, cast } = await withPeople(
      manager,
      { instance, seats: row?.seats ?? [], named: [], now },
      ({ seater }) =>
        predict({
          workflow,
          standing,
          seater,
          now,
          ...(form && { form: { ...formIn(standing.marking.variables), ...form } }),
        }),
    );
    const names = new Map(cast.people.map(({ personId, name }) => [personId, name]));
    return viewOf(flow, taken, names);
  }
}

function viewOf(
  flow: Flow,
  { next, unknown, stuck, ends }: Prediction,
  names: ReadonlyMap<string, string>,
): PredictionView {
  const { workflow, form } = flow;
  const nodes = [...formNodes(flow).values()];
  const told = leastGenerous(
    form,
    nodes.map((node) => accessAt(form, node)),
  );
  const nameOf = (nodeId: string): string => nodeInfo(workflow, nodeId)?.name ?? nodeId;
  return {
    next: next.map((sitting) => {
      const { nodeId, name, rule, seats } = sittingView(workflow, sitting, names);
      return { nodeId, name, rule, who: seats.flatMap(({ who }) => who) };
    }),
    unknown: unknown && {
      nodeId: unknown.nodeId,
      name: nameOf(unknown.nodeId),
      // what some node hides is not told by name: the same words go to every reader
      fields: unknown.fields
        .filter((field) => told[field]?.access !== 'hidden')
        .map((field) => form.schema.properties[field]?.title ?? field),
    },
    stuck: stuck && { nodeId: stuck.nodeId, message: stuck.message },
    ends,
  };
}
