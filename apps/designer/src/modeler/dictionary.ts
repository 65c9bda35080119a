import core from 'bpmn-js-i18n/translations/zn.js';

/** Words that the kept translation lacks, or says in the language of drawing tools rather than of offices. */
const own: Readonly<Record<string, string>> = {
  'Open {element}': '打开{element}',
  'Open minimap': '打开缩略图',
  'Close minimap': '关闭缩略图',
  'Search in diagram': '在图中查找',
  'Change element': '更改类型',
  'Align elements': '对齐',
  'Align elements left': '左对齐',
  'Align elements center': '水平居中',
  'Align elements right': '右对齐',
  'Align elements top': '上对齐',
  'Align elements middle': '垂直居中',
  'Align elements bottom': '下对齐',
  'Distribute elements horizontally': '水平等距排列',
  'Distribute elements vertically': '垂直等距排列',
  'Toggle non-interrupting': '切换为不打断',
  'flow elements must be children of pools/participants': '环节必须放在流程里面',
};

/** What the canvas calls for every word it shows. */
export function translate(template: string, replacements: Readonly<Record<string, string>> = {}): string {
  const found = own[template] ?? core[template] ?? template;
  return found.replace(/\{([^}]+)\}/g, (whole, name: string) => replacements[name] ?? whole);
}
