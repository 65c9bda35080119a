import { Injectable } from '@nestjs/common';
import { loadWorkflow, type CompiledFlow, type FormDefinition, type Workflow } from '@chengban/domain';
import { CityCalendar } from '../config/city-calendar.js';
import { Transactions } from '../database/transactions.js';
import { fits, MOST_SAID } from './binding-sql.js';
import { BoundedCache } from './bounded-cache.js';
import { DefinitionVersionEntity } from './definition-version.entity.js';

/** A published version, ready to step. */
export interface Flow {
  readonly id: string;
  readonly key: string;
  readonly version: number;
  readonly name: string;
  readonly hash: string;
  readonly form: FormDefinition;
  readonly workflow: Workflow;
}

/** What decides which flow an obligation runs through. */
export interface BindingPlace {
  readonly planId: string;
  readonly measureNo: number;
  readonly kind: string;
  readonly unitId: string;
}

/** What may be asked for beside the flow that answers an obligation; a kind of binding, as the obligations' own are. */
export type RequestKind = 'extension';

/** What is kept in memory, in nodes: some hundred flows of an office, or ten enormous ones. */
const CACHED_NODES = 20_000;

/** Published flows for the features that run them. A version never changes, so what was loaded once stays good. */
@Injectable()
export class FlowsReadModel {
  private readonly flows = new BoundedCache<Flow>(CACHED_NODES, nodesOf);
  /** by hash: cities that publish the same flow share one machine */
  private readonly workflows = new BoundedCache<Workflow>(CACHED_NODES, nodesIn);

  constructor(
    private readonly transactions: Transactions,
    private readonly city: CityCalendar,
  ) {}

  /** A version already loaded; undefined sends the caller to {@link flow}. */
  loaded(tenant: string, versionId: string): Flow | undefined {
    return this.flows.get(`${tenant}/${versionId}`);
  }

  /** @throws when there is no such version: instances keep theirs, so that is a fault */
  async flow(tenant: string, versionId: string): Promise<Flow> {
    const known = this.loaded(tenant, versionId);
    if (known) return known;
    const row = await this.versions()
      .createQueryBuilder('v')
      .addSelect(['v.compiled', 'v.form'])
      .where('v.tenant = :tenant AND v.id = :versionId', { tenant, versionId })
      .getOneOrFail();
    const workflow = this.workflows.get(row.hash) ?? this.workflows.set(row.hash, this.load(row.compiled));
    const { id, key, version, name, hash, form } = row;
    return this.flows.set(`${tenant}/${versionId}`, { id, key, version, name, hash, form, workflow });
  }

  /** The newest published version of the flow bound to this place; null when none is bound, or nothing is published. */
  bound(tenant: string, place: BindingPlace): Promise<Flow | null> {
    return this.newestBound(tenant, place, '');
  }

  /** The same for a request about an obligation: only what is bound as such fits, whatever else is bound to the place. */
  requestFlow(tenant: string, place: Omit<BindingPlace, 'kind'>, kind: RequestKind): Promise<Flow | null> {
    return this.newestBound(tenant, { ...place, kind }, 'AND b.kind IS NOT NULL');
  }

  /** The newest version of every flow that is bound to anything. */
  async inUse(tenant: string): Promise<Flow[]> {
    const rows: { id: string }[] = await this.transactions.current().query(
      `SELECT DISTINCT ON (v.key) v.id FROM definition_version v
        WHERE v.tenant = $1 AND EXISTS (SELECT FROM binding b WHERE b.tenant = v.tenant AND b.definition_key = v.key)
        ORDER BY v.key, v.version DESC`,
      [tenant],
    );
    return Promise.all(rows.map(({ id }) => this.flow(tenant, id)));
  }

  /** The obligations that wait for a flow to begin: open, without an instance, and bound to it as {@link bound} says. */
  async awaiting(tenant: string, key: string): Promise<string[]> {
    const place = { planId: 'o.plan_id', measureNo: 'o.measure_no', kind: 'o.kind', unitId: 'o.unit_id' };
    const rows: { id: string }[] = await this.transactions.current().query(
      `SELECT o.id
         FROM obligation o
         CROSS JOIN LATERAL (SELECT b.definition_key AS key FROM binding b
                              WHERE b.tenant = o.tenant AND ${fits(place)}
                                AND EXISTS (SELECT FROM definition_version v
                                             WHERE v.tenant = b.tenant AND v.key = b.definition_key)
                              ORDER BY ${MOST_SAID} LIMIT 1) of
        WHERE o.tenant = $1 AND o.instance_id IS NULL AND o.status <> 'closed' AND of.key = $2
        ORDER BY o.seq`,
      [tenant, key],
    );
    return rows.map(({ id }) => id);
  }

  /** The newest published flow whose own process begins with this message; null when there is none. */
  async startedBy(tenant: string, message: string): Promise<Flow | null> {
    const rows: { id: string }[] = await this.transactions.current().query(
      `SELECT v.id
         FROM definition d
         CROSS JOIN LATERAL (SELECT id, message_starts, published_at FROM definition_version
                              WHERE tenant = d.tenant AND key = d.key ORDER BY version DESC LIMIT 1) v
        WHERE d.tenant = $1 AND $2 = ANY(v.message_starts)
        ORDER BY v.published_at DESC, v.id DESC LIMIT 1`,
      [tenant, message],
    );
    return rows[0] ? this.flow(tenant, rows[0].id) : null;
  }

  async xml(tenant: string, versionId: string): Promise<string> {
    const row = await this.versions()
      .createQueryBuilder('v')
      .select(['v.id', 'v.tenant', 'v.xml'])
      .where('v.tenant = :tenant AND v.id = :versionId', { tenant, versionId })
      .getOneOrFail();
    return row.xml;
  }

  private async newestBound(tenant: string, place: BindingPlace, besides: string): Promise<Flow | null> {
    const rows: { id: string }[] = await this.transactions.current().query(
      `SELECT v.id
         FROM binding b JOIN definition_version v ON v.tenant = b.tenant AND v.key = b.definition_key
        WHERE b.tenant = $1 AND ${fits({ planId: '$2', measureNo: '$3', kind: '$4', unitId: '$5' })} ${besides}
        ORDER BY ${MOST_SAID}, v.version DESC
        LIMIT 1`,
      [tenant, place.planId, place.measureNo, place.kind, place.unitId],
    );
    return rows[0] ? this.flow(tenant, rows[0].id) : null;
  }

  private load(compiled: CompiledFlow): Workflow {
    return { ...loadWorkflow(compiled), calendar: this.city.calendar };
  }

  private versions() {
    return this.transactions.current().getRepository(DefinitionVersionEntity);
  }
}

const nodesIn = ({ compiled }: Workflow): number => Object.keys(compiled.nodes).length;
const nodesOf = ({ workflow }: Flow): number => nodesIn(workflow);
