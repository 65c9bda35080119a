import { Injectable } from '@nestjs/common';
import {
  matterOffersFor,
  principalsIn,
  reroutesIn,
  type Action,
  type Actor,
  type AppAbility,
  type Move,
  type Offer,
} from '@chengban/domain';
import { Clock } from '../database/clock.js';
import type { Flow } from '../definitions/flows.read-model.js';
import { standingOf, type LockedInstance } from './locked-state.js';

type Offered = Pick<LockedInstance, 'marking' | 'approval' | 'drafterIds' | 'round' | 'startedBy' | 'request'>;

/** 调度 says where to. */
export type MatterOffer = Offer & { readonly moves?: readonly Move[] };

/** Nobody is seated while one only looks. */
const nobody = () => [{ candidateIds: [], fallback: true as const }];

/** Acts on a matter as a whole for one person: those of the flow with its judgement, those of a role where it is held. */
@Injectable()
export class MatterOffers {
  constructor(private readonly clock: Clock) {}

  offers(actor: Actor, ability: AppAbility, instance: Offered, { workflow, key }: Flow): readonly MatterOffer[] {
    const context = {
      workflow,
      standing: standingOf(instance),
      actor: { personId: actor.personId, deputyFor: principalsIn(actor, key) },
      seater: nobody,
      now: this.clock.now(),
      startedBy: instance.startedBy,
    };
    return (
      matterOffersFor(context)
        // a request that is decided is asked for anew, not reopened: it has had its effect
        .filter(({ verb }) => verb !== 'reopen' || instance.request === null)
        .filter(({ verb }) => ability.can(ACTIONS[verb] ?? 'read', 'Instance'))
        .map((offer) => (offer.verb === 'reroute' ? { ...offer, moves: reroutesIn(context) } : offer))
    );
  }
}

const ACTIONS: Readonly<Record<string, Action>> = {
  withdraw: 'withdraw',
  cancel: 'cancel',
  urge: 'urge',
  terminate: 'terminate',
  reopen: 'reopen',
  reroute: 'reroute',
  confirmReroute: 'reroute',
  dropReroute: 'reroute',
};
