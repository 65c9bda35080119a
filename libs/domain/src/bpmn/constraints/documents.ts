import { attribute, childrenNamed } from './bpmn-tree.js';
import type { Rule } from './rule.js';

const RESOURCE_ROLES = ['resourceRole', 'performer', 'humanPerformer', 'potentialOwner'];
const MIME = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(\s*;.*)?$/;
/** Characters that RFC 3986 allows, a percent sign only before two hexadecimal digits; other letters as in RFC 3987. */
const URI = /^(?:%[\da-f]{2}|[\w\-.~:/?#[\]@!$&'()*+,;=]|[\u00a1-\u{10ffff}])*$/iu;

const EXPRESSIONS =
  'conditionExpression condition completionCondition activationCondition loopCondition loopCardinality timeDate ' +
  'timeDuration timeCycle from to transformation dataPath messagePath formalExpression';
const IMPLEMENTED = 'serviceTask sendTask receiveTask userTask businessRuleTask globalUserTask globalBusinessRuleTask';

/** Attributes of type anyURI, by element. */
const URIS: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['definitions', ['expressionLanguage', 'typeLanguage']],
  ['import', ['importType', 'namespace']],
  ['transaction', ['method']],
  ...EXPRESSIONS.split(' ').map((name) => [name, ['language']] as const),
  ...IMPLEMENTED.split(' ').map((name) => [name, ['implementation']] as const),
]);

/** ##unspecified and ##WebService are names of the standard, no addresses. */
const isUri = (text: string): boolean =>
  text.startsWith('##') || (URI.test(text) && (text.match(/#/g)?.length ?? 0) < 2);

export const documentRules: readonly Rule[] = [
  {
    id: 'std-text-format',
    clause: '8.3.1 / 8.4.1',
    severity: 'warning',
    on: ['documentation', 'textAnnotation'],
    broken: (text) => attribute(text, 'textFormat') !== null && !MIME.test(attribute(text, 'textFormat') ?? ''),
    message: '{it}的说明文字的格式（textFormat）不是 MIME 类型。',
    cure: '请写成 text/plain 这样的 MIME 类型，或删除 textFormat。',
  },
  {
    id: 'std-uri',
    clause: '8.2.1 / 8.4.6 / 10.3.5',
    severity: 'warning',
    on: [...URIS.keys()],
    broken: (element) =>
      (URIS.get(element.name) ?? []).some((key) => {
        const value = attribute(element, key);
        return value !== null && !isUri(value);
      }),
    message: '{it}里的语言、实现或协议不是合法的 URI。',
    cure: '请改成合法的 URI；表达式的语言可以不写，默认是 FEEL。',
  },
  {
    id: 'std-resource-and-expression',
    clause: '10.3.1',
    severity: 'warning',
    on: RESOURCE_ROLES,
    broken: (role) =>
      childrenNamed(role, 'resourceRef').length > 0 && childrenNamed(role, 'resourceAssignmentExpression').length > 0,
    message: '{it}的办理人既引用了资源，又写了分配表达式，两者只能有一个。',
    cure: '请在 resourceRef 和 resourceAssignmentExpression 里只留一个。',
  },
  {
    id: 'std-resource-parameter',
    clause: '10.3.1',
    severity: 'warning',
    on: RESOURCE_ROLES,
    broken: (role) =>
      childrenNamed(role, 'resourceRef').length === 0 && childrenNamed(role, 'resourceParameterBinding').length > 0,
    message: '{it}的办理人写了资源的参数，却没有引用资源。',
    cure: '请加上 resourceRef，或删除参数。',
  },
  {
    id: 'std-unique-id',
    clause: '8.3.1',
    severity: 'error',
    on: ['definitions'],
    broken: (_, file) => file.elements.filter((each) => each.id !== '' && file.withId(each.id)[0] !== each),
    message: '{it}的标识（id）在文件里用了不止一次。',
    cure: '请给其中一个改用别的标识。',
  },
];
