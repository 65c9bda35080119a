/** Our extension attributes and elements, in moddle's own notation: used by the reader and by the designer. */
export const chengbanModdle = {
  name: 'Chengban',
  uri: 'urn:chengban:bpmn:1',
  prefix: 'chengban',
  xml: { tagAlias: 'lowerCase' },
  types: [
    {
      name: 'ProcessSettings',
      extends: ['bpmn:Process'],
      properties: [
        { name: 'form', isAttr: true, type: 'String' },
        { name: 'dedupe', isAttr: true, type: 'String' },
        { name: 'cancelUntil', isAttr: true, type: 'String' },
      ],
    },
    {
      name: 'TaskSettings',
      extends: ['bpmn:UserTask', 'bpmn:GlobalUserTask'],
      properties: [
        { name: 'purpose', isAttr: true, type: 'String' },
        { name: 'approveLabel', isAttr: true, type: 'String' },
        { name: 'submitLabel', isAttr: true, type: 'String' },
        { name: 'dueWorkdays', isAttr: true, type: 'Integer' },
        { name: 'clock', isAttr: true, type: 'String' },
        { name: 'returnTo', isAttr: true, type: 'String' },
        { name: 'returnWhere', isAttr: true, type: 'String' },
        { name: 'returnAfter', isAttr: true, type: 'String' },
        { name: 'verbs', isAttr: true, type: 'String' },
        { name: 'seats', isAttr: true, type: 'String' },
        { name: 'seatPer', isAttr: true, type: 'String' },
        { name: 'passRatio', isAttr: true, type: 'Real' },
        { name: 'passCount', isAttr: true, type: 'Integer' },
        { name: 'rejectCount', isAttr: true, type: 'Integer' },
        { name: 'veto', isAttr: true, type: 'Boolean' },
        { name: 'decide', isAttr: true, type: 'String' },
        { name: 'remindWorkdays', isAttr: true, type: 'Integer' },
        { name: 'escalateWorkdays', isAttr: true, type: 'Integer' },
      ],
    },
    {
      name: 'ServiceSettings',
      extends: ['bpmn:ServiceTask'],
      properties: [{ name: 'handler', isAttr: true, type: 'String' }],
    },
    {
      name: 'ScriptSettings',
      extends: ['bpmn:ScriptTask', 'bpmn:GlobalScriptTask'],
      properties: [{ name: 'resultVariable', isAttr: true, type: 'String' }],
    },
    {
      name: 'RuleSettings',
      extends: ['bpmn:BusinessRuleTask', 'bpmn:GlobalBusinessRuleTask'],
      properties: [
        { name: 'decision', isAttr: true, type: 'String' },
        { name: 'resultVariable', isAttr: true, type: 'String' },
      ],
    },
    {
      name: 'MessageSettings',
      extends: ['bpmn:Event', 'bpmn:SendTask', 'bpmn:ReceiveTask'],
      properties: [{ name: 'correlation', isAttr: true, type: 'String' }],
    },
    {
      name: 'CollectionSettings',
      extends: ['bpmn:MultiInstanceLoopCharacteristics'],
      properties: [
        { name: 'collection', isAttr: true, type: 'String' },
        { name: 'item', isAttr: true, type: 'String' },
        { name: 'output', isAttr: true, type: 'String' },
        { name: 'result', isAttr: true, type: 'String' },
      ],
    },
    {
      name: 'DataSettings',
      extends: ['bpmn:DataObject', 'bpmn:Property', 'bpmn:DataStore'],
      properties: [{ name: 'initial', isAttr: true, type: 'String' }],
    },
    {
      name: 'Input',
      superClass: ['Element'],
      meta: { allowedIn: ['bpmn:Activity', 'bpmn:ThrowEvent'] },
      properties: [
        { name: 'from', isAttr: true, type: 'String' },
        { name: 'to', isAttr: true, type: 'String' },
      ],
    },
    {
      name: 'Output',
      superClass: ['Element'],
      meta: { allowedIn: ['bpmn:Activity', 'bpmn:CatchEvent'] },
      properties: [
        { name: 'from', isAttr: true, type: 'String' },
        { name: 'to', isAttr: true, type: 'String' },
      ],
    },
    {
      name: 'Decision',
      superClass: ['Element'],
      meta: { allowedIn: ['bpmn:Definitions'] },
      properties: [
        { name: 'key', isAttr: true, type: 'String' },
        { name: 'body', isBody: true, type: 'String' },
      ],
    },
    {
      name: 'EndSettings',
      extends: ['bpmn:EndEvent'],
      properties: [{ name: 'outcome', isAttr: true, type: 'String' }],
    },
    {
      name: 'Assignment',
      superClass: ['Element'],
      meta: { allowedIn: ['bpmn:UserTask', 'bpmn:GlobalUserTask', 'bpmn:Lane'] },
      properties: [
        { name: 'kind', isAttr: true, type: 'String' },
        { name: 'unit', isAttr: true, type: 'String' },
        { name: 'role', isAttr: true, type: 'String' },
        { name: 'person', isAttr: true, type: 'String' },
        { name: 'field', isAttr: true, type: 'String' },
        { name: 'max', isAttr: true, type: 'Integer' },
        { name: 'expression', isAttr: true, type: 'String' },
      ],
    },
    {
      name: 'Copy',
      superClass: ['Element'],
      meta: { allowedIn: ['bpmn:UserTask', 'bpmn:GlobalUserTask'] },
      properties: [
        { name: 'kind', isAttr: true, type: 'String' },
        { name: 'unit', isAttr: true, type: 'String' },
        { name: 'role', isAttr: true, type: 'String' },
        { name: 'person', isAttr: true, type: 'String' },
        { name: 'field', isAttr: true, type: 'String' },
        { name: 'expression', isAttr: true, type: 'String' },
      ],
    },
  ],
} as const;
