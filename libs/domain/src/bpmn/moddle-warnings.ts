import type { ModdleWarning } from 'bpmn-moddle';
import type { Finding } from '../shared/finding.js';
import * as problems from './bpmn-problems.js';

// The references that decide what runs. Shapes without their element, lanes without their nodes, imported interfaces and
// the redundant incoming/outgoing lists of a node run nothing.
const DECISIVE = [
  'sourceRef',
  'targetRef',
  'attachedToRef',
  'default',
  'errorRef',
  'messageRef',
  'signalRef',
  'escalationRef',
  'activityRef',
  'eventDefinitionRef',
];

// Faults of the XML itself that moddle reads over: two attributes of one name, no quotes, no namespace, a second root …
const MALFORMED =
  /nested error: (?:attribute <|missing (?:attribute|namespace|closing|open)|illegal (?:character|first)|non-whitespace|unexpected end|malformed)/;

/**
 * What moddle only warns about decides what will run, so it is an error here: a dropped element, an id used twice,
 * a reference into nothing. Unknown attributes and foreign extensions are other tools' business and stay silent.
 */
export function warningsToFindings(warnings: readonly ModdleWarning[]): readonly Finding[] {
  return warnings.flatMap((warning) => {
    const finding = toFinding(warning);
    return finding === null ? [] : [finding];
  });
}

function toFinding(warning: ModdleWarning): Finding | null {
  const { message } = warning;
  const duplicate = captured(/duplicate ID <([^>]*)>/, message);
  if (duplicate !== null) return problems.duplicateId(duplicate);
  const illegal = captured(/illegal ID <([^>]*)>/, message);
  if (illegal !== null) return problems.badId(illegal);
  if (message.startsWith('unresolved reference')) {
    const property = (warning.property ?? '').replace(/^\w+:/, '');
    if (!DECISIVE.includes(property)) return null;
    return problems.unresolved(warning.element?.id ?? '', property, String(warning.value ?? ''));
  }
  // The text was decoded before it came here; what the file says of its encoding has no meaning any more.
  if (message.startsWith('unknown attribute') || message.startsWith('unsupported document encoding')) return null;
  if (MALFORMED.test(message)) return problems.brokenXml(lineOf(message));
  if (message.includes('nested error: unexpected body text')) return problems.strayText(lineOf(message));
  const content = captured(/unparsable content <\/?([^\s>/]*)/, message) ?? message.replace(/\n[\s\S]*/, '');
  return problems.unknownContent(content.slice(0, 80));
}

/** 1-based */
export function lineOf(message: string): number | null {
  const line = captured(/line: (\d+)/, message);
  return line === null ? null : Number(line) + 1;
}

const captured = (pattern: RegExp, text: string): string | null => pattern.exec(text)?.[1] ?? null;
