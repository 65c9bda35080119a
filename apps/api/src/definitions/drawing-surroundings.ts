import { Injectable } from '@nestjs/common';
import {
  ROLES,
  assignmentsOf,
  scheduledStarts,
  type CheckContext,
  type FlowModel,
  type FormDefinition,
} from '@chengban/domain';
import { CityCalendar } from '../config/city-calendar.js';
import { HANDLER_NAMES, HANDLER_NEEDS } from '../config/handler-names.js';
import { Clock } from '../database/clock.js';
import { Transactions } from '../database/transactions.js';
import type { Surroundings } from './compile-xml.js';
import { DefinitionStore } from './definition.store.js';
import { linkPublished } from './link-published.js';

/** What drawings of a city are held against: its forms, units and people, published flows, working days, the server's handlers. */
@Injectable()
export class DrawingSurroundings {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: DefinitionStore,
    private readonly city: CityCalendar,
    private readonly clock: Clock,
  ) {}

  /** @param form the one that the new version will have, where that is settled */
  of(tenant: string, form?: FormDefinition): Surroundings {
    return {
      known: (model) => this.known(tenant, model, form),
      link: (flow) => linkPublished(this.transactions.current(), tenant, flow),
      starts: (flow) => scheduledStarts(flow, this.clock.now(), this.city.calendar),
    };
  }

  private async known(tenant: string, model: FlowModel, given?: FormDefinition): Promise<CheckContext> {
    const form = given ?? (model.form === null ? null : await this.store.formByKey(tenant, model.form));
    const [row]: { units: string[]; persons: string[]; flows: string[] }[] = await this.transactions.current().query(
      `SELECT ARRAY(SELECT id FROM unit WHERE tenant = $1) AS units,
              ARRAY(SELECT id::text FROM person WHERE tenant = $1 AND id::text = ANY($2)) AS persons,
              ARRAY(SELECT DISTINCT key FROM definition_version WHERE tenant = $1) AS flows`,
      [tenant, personsIn(model)],
    );
    const { units = [], persons = [], flows = [] } = row ?? {};
    return {
      ...(form && { form }),
      handlers: HANDLER_NAMES,
      handlerNeeds: HANDLER_NEEDS,
      flows,
      people: { units, persons, roles: Object.keys(ROLES) },
    };
  }
}

/** A city has thousands of people; only those that the drawing names are looked up. */
const personsIn = (model: FlowModel): string[] =>
  assignmentsOf(model).flatMap(({ assignment }) => (assignment.kind === 'person' ? [assignment.person] : []));
