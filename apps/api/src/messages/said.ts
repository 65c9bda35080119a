import type { JsonObject } from '@chengban/domain';

/** What one flow says to others, or somebody to all of them. `instanceId` and `obligationId` say where it comes from. */
export interface Said {
  readonly name: string;
  readonly variables: JsonObject;
  readonly instanceId: string | null;
  readonly obligationId: string | null;
}

export interface SaidMessage extends Said {
  readonly key: string | null;
}
