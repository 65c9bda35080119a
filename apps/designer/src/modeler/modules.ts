import type BaseModeler from 'bpmn-js/lib/BaseModeler';
import CoreModule from 'bpmn-js/lib/core';
import DrilldownModule from 'bpmn-js/lib/features/drilldown';
import AlignElementsModule from 'bpmn-js/lib/features/align-elements';
import AutoPlaceModule from 'bpmn-js/lib/features/auto-place';
import AutoResizeModule from 'bpmn-js/lib/features/auto-resize';
import ContextPadModule from 'bpmn-js/lib/features/context-pad';
import CopyPasteModule from 'bpmn-js/lib/features/copy-paste';
import DistributeElementsModule from 'bpmn-js/lib/features/distribute-elements';
import EditorActionsModule from 'bpmn-js/lib/features/editor-actions';
import GridSnappingModule from 'bpmn-js/lib/features/grid-snapping';
import InteractionEventsModule from 'bpmn-js/lib/features/interaction-events';
import KeyboardModule from 'bpmn-js/lib/features/keyboard';
import LabelEditingModule from 'bpmn-js/lib/features/label-editing';
import ModelingModule from 'bpmn-js/lib/features/modeling';
import ModelingFeedbackModule from 'bpmn-js/lib/features/modeling-feedback';
import OutlineModule from 'bpmn-js/lib/features/outline';
import ReplacePreviewModule from 'bpmn-js/lib/features/replace-preview';
import SearchModule from 'bpmn-js/lib/features/search';
import SnappingModule from 'bpmn-js/lib/features/snapping';
import SpaceToolModule from 'bpmn-js/lib/features/space-tool';
import AutoScrollModule from 'diagram-js/lib/features/auto-scroll';
import BendpointsModule from 'diagram-js/lib/features/bendpoints';
import ConnectModule from 'diagram-js/lib/features/connect';
import ConnectionPreviewModule from 'diagram-js/lib/features/connection-preview';
import CreateModule from 'diagram-js/lib/features/create';
import GlobalConnectModule from 'diagram-js/lib/features/global-connect';
import HandToolModule from 'diagram-js/lib/features/hand-tool';
import KeepSelectionVisibleModule from 'diagram-js/lib/features/keep-selection-visible';
import KeyboardMoveSelectionModule from 'diagram-js/lib/features/keyboard-move-selection';
import LassoToolModule from 'diagram-js/lib/features/lasso-tool';
import MoveModule from 'diagram-js/lib/features/move';
import OverlaysModule from 'diagram-js/lib/features/overlays';
import ResizeModule from 'diagram-js/lib/features/resize';
import SelectionModule from 'diagram-js/lib/features/selection';
import KeyboardMoveModule from 'diagram-js/lib/navigation/keyboard-move';
import MoveCanvasModule from 'diagram-js/lib/navigation/movecanvas';
import ZoomScrollModule from 'diagram-js/lib/navigation/zoomscroll';
import MinimapModule from 'diagram-js-minimap';
import { AppendMenu } from './append-menu.js';
import { FlowContextPad } from './context-pad.js';
import { translate } from './dictionary.js';
import { FlowRules } from './flow-rules.js';
import { Insertion } from './insertion.js';
import { FlowKeys } from './keys.js';
import { MakeRoom } from './make-room.js';
import { NodeFactory } from './node-factory.js';
import { PastedReturns } from './pasted-returns.js';
import { Presets } from './presets.js';
import { ReplaceMenu } from './replace-menu.js';
import { Together } from './together.js';

export type FlowModule = ReturnType<BaseModeler['getModules']>[number];

const seeing = [
  CoreModule,
  DrilldownModule,
  KeepSelectionVisibleModule,
  KeyboardMoveModule,
  MinimapModule,
  MoveCanvasModule,
  OutlineModule,
  OverlaysModule,
  SearchModule,
  SelectionModule,
  ZoomScrollModule,
];

const drawing = [
  AlignElementsModule,
  AutoPlaceModule,
  AutoResizeModule,
  AutoScrollModule,
  BendpointsModule,
  ConnectModule,
  ConnectionPreviewModule,
  ContextPadModule,
  CopyPasteModule,
  CreateModule,
  DistributeElementsModule,
  EditorActionsModule,
  GlobalConnectModule,
  GridSnappingModule,
  HandToolModule,
  InteractionEventsModule,
  KeyboardModule,
  KeyboardMoveSelectionModule,
  LabelEditingModule,
  LassoToolModule,
  ModelingModule,
  ModelingFeedbackModule,
  MoveModule,
  ReplacePreviewModule,
  ResizeModule,
  SnappingModule,
  SpaceToolModule,
];

/** Ours, and ours in place of bpmn-js's own providers of pad and menu. */
const ours: FlowModule = {
  __init__: ['flowRules', 'makeRoom', 'appendMenu', 'flowKeys', 'pastedReturns'],
  translate: ['value', translate],
  nodeFactory: ['type', NodeFactory],
  insertion: ['type', Insertion],
  flowRules: ['type', FlowRules],
  makeRoom: ['type', MakeRoom],
  pastedReturns: ['type', PastedReturns],
  appendMenu: ['type', AppendMenu],
  flowKeys: ['type', FlowKeys],
  together: ['type', Together],
  presets: ['type', Presets],
  contextPadProvider: ['type', FlowContextPad],
  replaceMenuProvider: ['type', ReplaceMenu],
  // its button is on our pad, so that its menu gets a title
  alignElementsContextPadProvider: ['value', null],
};

export const flowModules = [...seeing, ...drawing, ours] as FlowModule[];
