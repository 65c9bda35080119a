import type { Finding } from '../shared/finding.js';
import { MAX_DEPTH, MAX_NAME, MAX_PARTS, MAX_QUANTITY, MAX_SCOPES, MAX_TEXT } from './limits.js';

const problem = (code: string, message: string, cure: string, elementId?: string, property?: string): Finding => ({
  code,
  severity: 'error',
  message,
  cure,
  ...(elementId ? { at: property ? { elementId, property } : { elementId } } : {}),
});

export const tooLarge = (): Finding =>
  problem('xml-too-large', '流程文件超过 2 MB，没有读取。', '请检查是否选错了文件；流程图本身一般不超过 200 KB。');
export const tooDeep = (): Finding =>
  problem(
    'xml-too-deep',
    `文件里子流程套了超过 ${MAX_SCOPES} 层，或标签套了超过 ${MAX_DEPTH} 层，没有读取。`,
    '请减少子流程的层数，或重新从设计器导出。',
  );
export const tooManyParts = (count: number): Finding =>
  problem(
    'too-many-parts',
    `流程里有 ${count} 个节点和连线，最多 ${MAX_PARTS} 个，没有读取。`,
    '请把流程拆成几个，用调用活动连起来。',
  );
export const tooManyElements = (): Finding =>
  problem('xml-too-many-elements', '文件里的标签太多，没有读取。', '请检查是否选错了文件，或重新从设计器导出。');
export const tooManyAttributes = (): Finding =>
  problem(
    'xml-too-many-attributes',
    '文件里有标签写了太多属性，没有读取。',
    '请检查是否选错了文件，或重新从设计器导出。',
  );
export const tooManyProblems = (): Finding =>
  problem('too-many-problems', '文件里读不懂的地方太多，没有继续读。', '请先改正上面这些，或在设计器里重新导出。');
export const strangeCharacter = (line: number): Finding =>
  problem(
    'wrong-encoding',
    `文件第 ${line} 行有读不出的字符，多半不是 UTF-8 编码。`,
    '请用 UTF-8 编码另存这个文件，再重新导入。',
  );
export const nameTooLong = (id: string): Finding =>
  problem('text-too-long', `“${id}”的名称或键超过 ${MAX_NAME} 个字。`, '请缩短它；说明写在文档里。', id);
export const badQuantity = (id: string, property: string): Finding =>
  problem(
    'bad-quantity',
    `“${id}”的 ${property} 不是 1 到 ${MAX_QUANTITY} 的整数。`,
    '请改成实际需要的份数，一般是 1。',
    id,
    property,
  );
export const textTooLong = (id: string): Finding =>
  problem('text-too-long', `“${id}”里有一段文字超过 ${MAX_TEXT} 个字。`, '请缩短这个条件、时间或脚本。', id);
export const hasDoctype = (): Finding =>
  problem(
    'xml-doctype',
    '文件里有 DOCTYPE 或实体声明，出于安全没有读取。',
    '请删除 <!DOCTYPE …> 一段后再试，BPMN 文件不需要它。',
  );
export const notXml = (): Finding =>
  problem('not-xml', '这个文件不是 XML，读不出流程。', '请选择扩展名为 .bpmn 的流程文件，或在设计器里重新导出。');
export const brokenXml = (line: number | null): Finding =>
  problem(
    'broken-xml',
    `文件的 XML 不完整或写错了${line === null ? '' : `（第 ${line} 行附近）`}。`,
    '请在设计器里重新导出这个流程；手工改过的，请检查标签是否成对。',
  );
export const notBpmn = (): Finding =>
  problem('not-bpmn', '文件是 XML，但不是 BPMN 流程。', '请选择用 BPMN 2.0 画的流程文件（根标签是 definitions）。');
export const noProcess = (): Finding =>
  problem('no-process', '文件里没有流程（process）。', '请在设计器里新建一个流程并画上开始、办理和结束。');
export const duplicateId = (id: string): Finding =>
  problem('duplicate-id', `标识“${id}”用了两次，无法分清是哪一个。`, '请给其中一个改用别的标识（id）。', id, 'id');
export const missingId = (what: string): Finding =>
  problem('missing-id', `有一个${what}没有标识（id）。`, '请在设计器里打开并保存一次，标识会自动补上。');
export const badId = (id: string): Finding =>
  problem(
    'bad-id',
    `标识“${id.slice(0, 60)}”不能使用。`,
    '标识以英文字母或下划线开头，只含英文字母、数字、“-”“_”“.”，并避开系统保留字；中文写在名称里。',
    id,
    'id',
  );
export const unresolved = (elementId: string, property: string, value: string): Finding =>
  problem(
    'unresolved-reference',
    `“${elementId}”引用了不存在的“${value}”（${property}）。`,
    '请重新连线或删除这个元素；多半是它连着的节点已被删掉。',
    elementId,
    property,
  );
export const unknownContent = (what: string): Finding =>
  problem('unknown-content', `文件里有 BPMN 标准没有的内容：${what}。`, '请删除这段内容，或在设计器里重新画这一部分。');
export const strayText = (line: number | null): Finding =>
  problem(
    'unknown-content',
    `文件${line === null ? '' : `第 ${line} 行`}的标签之间有多余的文字。`,
    '请删除这段文字；说明写在文档或批注里。',
  );
export const danglingFlow = (id: string): Finding =>
  problem('dangling-flow', `连线“${id}”有一头没有连到节点。`, '请把连线的两头都连到节点上，或删除它。', id);
export const crossingFlow = (id: string): Finding =>
  problem(
    'crossing-flow',
    `连线“${id}”穿过了子流程的边界。`,
    '请让连线只连同一层的节点；进出子流程请连子流程本身。',
    id,
  );
export const detachedBoundary = (id: string): Finding =>
  problem(
    'detached-boundary',
    `边界事件“${id}”没有附在任务或子流程上。`,
    '请把它拖到任务或子流程的边框上，或删除它。',
    id,
    'attachedToRef',
  );
export const foreignDefault = (id: string): Finding =>
  problem(
    'foreign-default',
    `“${id}”的默认连线不是从它自己出去的。`,
    '请在它自己的连线里重新选一条作为默认连线。',
    id,
    'default',
  );
export const foreignHandler = (id: string): Finding =>
  problem(
    'foreign-handler',
    `补偿事件“${id}”连着的补偿活动和它不在同一层。`,
    '请把补偿活动画在补偿事件所在的那一层流程里，再用关联线连上。',
    id,
  );
export const namelessDecision = (): Finding =>
  problem('decision-key', '文件里有一张决策表没有写键（key）。', '请给这张决策表写上键，业务规则任务用它来引用。');
export const duplicateDecision = (key: string): Finding =>
  problem('decision-key', `决策表的键“${key.slice(0, 60)}”用了两次。`, '请给其中一张决策表改用别的键。');
