/** What each class-validator rule asks for, as the rest of a sentence that begins with the field's name. */
type Message = (args: readonly unknown[]) => string;

const list = (values: unknown): string =>
  (Array.isArray(values) ? values : Object.values((values ?? {}) as object)).map(String).join('、');

/** By constraint name; `args` are the arguments of the decorator. */
export const CHINESE_MESSAGES: Readonly<Record<string, Message>> = {
  isDefined: () => '不能缺少',
  isNotEmpty: () => '不能为空',
  isString: () => '应当是文字',
  isInt: () => '应当是整数',
  isNumber: () => '应当是数字',
  isBoolean: () => '应当是 true 或 false',
  isArray: () => '应当是列表',
  isObject: () => '应当是一组字段',
  isUuid: () => '不是有效的编号',
  isIn: ([values]) => `只能是：${list(values)}`,
  isEnum: ([values]) => `只能是：${list(values)}`,
  minLength: ([min]) => `至少 ${String(min)} 个字`,
  maxLength: ([max]) => `最多 ${String(max)} 个字`,
  isLength: ([min, max]) => `应当是 ${String(min)} 到 ${String(max)} 个字`,
  min: ([min]) => `不能小于 ${String(min)}`,
  max: ([max]) => `不能大于 ${String(max)}`,
  arrayMinSize: ([min]) => `至少 ${String(min)} 项`,
  arrayMaxSize: ([max]) => `最多 ${String(max)} 项`,
  arrayUnique: () => '有重复的项',
  arrayNotEmpty: () => '至少一项',
  matches: () => '格式不对',
  isDateString: () => '应当是日期，例如 2024-12-31',
  isYearlyDay: () => '应当是每年的某一天，例如 11-20',
  isISO8601: () => '应当是日期，例如 2024-12-31',
  nestedValidation: () => '的格式不对',
  whitelistValidation: () => '不是可以提交的字段',
  unknownValue: () => '的格式不对',
};
