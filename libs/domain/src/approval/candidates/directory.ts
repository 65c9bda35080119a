/** A role that a person holds in a unit today. */
export interface DirectoryEntry {
  readonly personId: string;
  readonly unitId: string;
  readonly role: string;
  /** what the unit is called, where a flow may call it by any name */
  readonly unitNames?: readonly string[];
}

/** What a directory was asked and did not know: whoever reads it looks that up, and asks again. */
export interface Missing {
  readonly persons: readonly string[];
  readonly seats: readonly { readonly unitId: string; readonly role: string }[];
}

/** Any unit: where only an expression knows which one is meant. */
export const ANY_UNIT = '*';

const keyOf = (unitId: string, role: string): string => `${unitId} ${role}`;

/**
 * The people of a city as far as they were looked up, today's roles only. Pure for whoever asks: the same entries give the
 * same answers; what is not known yet is noted.
 */
export class Directory {
  private readonly lacksPersons = new Set<string>();
  private readonly lacksSeats = new Map<string, { readonly unitId: string; readonly role: string }>();

  /**
   * @param persons of whom all roles were looked up
   * @param seats of which all holders were looked up
   */
  constructor(
    readonly entries: readonly DirectoryEntry[],
    private readonly persons: ReadonlySet<string>,
    private readonly seats: ReadonlySet<string>,
  ) {}

  static seatKey = keyOf;

  /** Holders of a role in a unit. */
  holders(unitId: string, role: string): readonly DirectoryEntry[] {
    if (!this.seats.has(keyOf(unitId, role)) && !this.seats.has(keyOf(ANY_UNIT, role)))
      this.lacksSeats.set(keyOf(unitId, role), { unitId, role });
    return this.entries.filter((entry) => entry.unitId === unitId && entry.role === role);
  }

  /** Holders of a role in the unit that is called so, by id or any name. */
  holdersIn(named: string, role: string): readonly DirectoryEntry[] {
    return this.entries.filter(
      (entry) => entry.role === role && (entry.unitId === named || (entry.unitNames ?? []).includes(named)),
    );
  }

  /** Today's roles of a person. */
  rolesOf(personId: string): readonly DirectoryEntry[] {
    if (!this.persons.has(personId)) this.lacksPersons.add(personId);
    return this.entries.filter((entry) => entry.personId === personId);
  }

  admins(): readonly DirectoryEntry[] {
    return this.entries.filter((entry) => entry.role === 'flowAdmin');
  }

  missing(): Missing | null {
    if (this.lacksPersons.size + this.lacksSeats.size === 0) return null;
    return { persons: [...this.lacksPersons], seats: [...this.lacksSeats.values()] };
  }
}
