import { createMongoAbility } from '@casl/ability';
import type { AppAbility } from './ability.js';

export type AbilityRules = AppAbility['rules'];

/** The same ability in the browser, from the rules that the session answer carries. */
export const abilityFromRules = (rules: AbilityRules): AppAbility => createMongoAbility<AppAbility>([...rules]);
