import type { CivilDate } from '../shared/instant.js';

/** Valid from the first day to the last one, both included; no `validTo` = until further notice. */
export interface Validity {
  readonly validFrom: CivilDate;
  readonly validTo?: CivilDate;
}

export type UnitKind = 'department' | 'town' | 'office';

/** 单位. `sectors` are the names by which a deadline may single it out (公安, 海洋综合执法). */
export interface UnitRecord extends Validity {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: UnitKind;
  readonly sectors: readonly string[];
  /** other names under which documents know it, former names included */
  readonly aliases?: readonly string[];
}

export interface GroupMember extends Validity {
  readonly unitId: string;
}

/** 单位组: units that a document names together (各行政执法单位). */
export interface UnitGroup {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly members: readonly GroupMember[];
}

export const isValidOn = (validity: Validity, day: CivilDate): boolean =>
  validity.validFrom <= day && (validity.validTo === undefined || day <= validity.validTo);
