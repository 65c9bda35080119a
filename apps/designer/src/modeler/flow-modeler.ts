import BaseModeler from 'bpmn-js/lib/BaseModeler';
import type { ModuleDeclaration } from 'didi';
import { flowModules } from './modules.js';

/** bpmn-js composed for the flows that the engine runs. The palette is a React list of its own. */
export class FlowModeler extends BaseModeler {
  override getModules(): ModuleDeclaration[] {
    return flowModules;
  }
}
