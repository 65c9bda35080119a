import type { SettingProblem } from '../model.js';
import { text } from './moddle-element.js';
import type { ModdleElement } from './moddle-element.js';

/** Reads attributes that have a list of possible values, and remembers those that say something else. */
export function choicesOf(element: ModdleElement) {
  const problems: SettingProblem[] = [];
  const drawn = (property: string): string | null => text(element, `chengban:${property}`);
  const understood = <T extends string>(property: string, value: string, possible: readonly T[]): T | null => {
    const found = possible.find((each) => each === value);
    if (found === undefined) problems.push({ property, value });
    return found ?? null;
  };
  return {
    problems: problems as readonly SettingProblem[],
    /** null when absent or not understood */
    one: <T extends string>(property: string, possible: readonly T[]): T | null => {
      const value = drawn(property);
      return value === null ? null : understood(property, value, possible);
    },
    /** values parted by spaces, each once; null when absent */
    some: <T extends string>(property: string, possible: readonly T[]): readonly T[] | null => {
      const values = drawn(property)?.split(/\s+/);
      if (values === undefined) return null;
      return [...new Set(values.flatMap((value) => understood(property, value, possible) ?? []))];
    },
  };
}

export type Choices = ReturnType<typeof choicesOf>;
