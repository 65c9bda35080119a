import BaseModeler from 'bpmn-js/lib/BaseModeler';
import { flowModules, type FlowModule } from './modules.js';

/** bpmn-js composed for the flows that the engine runs. The palette is a React list of its own. */
export class FlowModeler extends BaseModeler {
  override getModules(): FlowModule[] {
    return flowModules;
  }
}
