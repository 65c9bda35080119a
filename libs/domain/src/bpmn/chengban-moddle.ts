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
      properties: [{ name: 'form', isAttr: true, type: 'String' }],
    },
    {
      name: 'TaskSettings',
      extends: ['bpmn:UserTask'],
      properties: [
        { name: 'purpose', isAttr: true, type: 'String' },
        { name: 'approveLabel', isAttr: true, type: 'String' },
        { name: 'submitLabel', isAttr: true, type: 'String' },
        { name: 'dueWorkdays', isAttr: true, type: 'Integer' },
        { name: 'returnTo', isAttr: true, type: 'String' },
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
      meta: { allowedIn: ['bpmn:UserTask'] },
      properties: [
        { name: 'kind', isAttr: true, type: 'String' },
        { name: 'unit', isAttr: true, type: 'String' },
        { name: 'role', isAttr: true, type: 'String' },
        { name: 'person', isAttr: true, type: 'String' },
      ],
    },
  ],
} as const;
