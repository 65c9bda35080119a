import type { MatterAct } from '@chengban/domain';
import type { ActEnvelope } from './act-request.js';

/** An act on the matter as a whole. */
export interface MatterRequest extends ActEnvelope {
  readonly instanceId: string;
  readonly act: MatterAct;
}
