import type { Check } from './check.js';
import { unsupportedElement } from './unsupported-element.js';

/** Every check, in the order in which a person would look. */
export const allChecks: readonly Check[] = [unsupportedElement];
