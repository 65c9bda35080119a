import type EditorActions from 'diagram-js/lib/features/editor-actions/EditorActions';
import type Keyboard from 'diagram-js/lib/features/keyboard/Keyboard';
import type Selection from 'diagram-js/lib/features/selection/Selection';
import type { Element } from 'bpmn-js/lib/model/Types';
import type { FlowContextPad } from './context-pad.js';

/** A opens «在后面添加» on the selected node; everything else (undo, copy, delete, arrows) comes from bpmn-js. */
export class FlowKeys {
  static readonly $inject = ['keyboard', 'editorActions', 'selection', 'contextPadProvider'];

  constructor(keyboard: Keyboard, editorActions: EditorActions, selection: Selection, pad: FlowContextPad) {
    editorActions.register({
      appendElement: () => {
        const [element] = selection.get() as Element[];
        if (element) pad.openAppendMenu(element);
      },
    });
    keyboard.addListener((context: { keyEvent: KeyboardEvent }) => {
      const event = context.keyEvent;
      if (keyboard.hasModifier(event) || !keyboard.isKey(['a', 'A'], event)) return undefined;
      editorActions.trigger('appendElement', event);
      return true;
    });
  }
}
