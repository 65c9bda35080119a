import type { Assignment } from '../assignment.js';
import type { TimerText } from '../../inspector/timer-setting.js';

export type KindGroup = 'task' | 'automatic' | 'branch' | 'event';

/** A thing one can put on the canvas, or make of another one. */
export interface NodeKind {
  id: string;
  label: string;
  /** one sentence for the tooltip: what it is for */
  hint: string;
  icon: string;
  type: string;
  group: KindGroup;
  /** behind «更多»: wanted now and then */
  more?: true;
  /** never in palette and append menu: what another node may become */
  onlyReplaces?: true;
  /** attributes of the shape: `eventDefinitionType`, `isExpanded` */
  shape?: Record<string, unknown>;
  /** properties of the business object */
  properties?: Record<string, unknown>;
  /** who handles a step that people do */
  assignments?: readonly Assignment[];
  /** how long a new timer waits until somebody sets it */
  timer?: TimerText;
}
