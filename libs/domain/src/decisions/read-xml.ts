// The package ships no types, and an ambient declaration is found by reference only.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="../shared/saxen.d.ts" />
import { Parser } from 'saxen';
import { fail, ok } from '../shared/result.js';
import type { Result } from '../shared/result.js';
import type { Element } from './element.js';

/** Largest file, in characters; a table of a thousand rules has room in it. */
const MAX_XML = 200_000;
const MAX_DEPTH = 40;
/** Every version from 1.1 on has a namespace of its own below this one. */
const DMN_NAMESPACE = /^https?:\/\/www\.omg\.org\/spec\/DMN\//;

interface Growing extends Element {
  readonly children: Growing[];
  text: string;
}

/** The root element of a DMN file, or in plain Chinese why there is none. Entities are refused before they are read. */
export function readXml(xml: string): Result<Element, string> {
  if (xml.length > MAX_XML) return fail(`决策表超过 ${MAX_XML / 1000} kB，请拆成几张`);
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) return fail('决策表里有 DOCTYPE 或 ENTITY 声明，请删掉它们');
  let root: Growing | null = null;
  let fault: string | null = null;
  const open: Growing[] = [];
  const parser = new Parser({ proxy: true });
  parser.on('openTag', ({ name, attrs }, decode) => {
    const attributes = new Map(Object.keys(attrs).map((key) => [key, decode(attrs[key] ?? '').trim()]));
    const element: Growing = { name: name.replace(/^.*:/, ''), attributes, children: [], text: '' };
    if (open.length === 0) root ??= element;
    open.at(-1)?.children.push(element);
    open.push(element);
    if (open.length > MAX_DEPTH) fault ??= `决策表的元素嵌套超过 ${MAX_DEPTH} 层，请改写`;
  });
  const grow = (text: string): void => {
    const inner = open.at(-1);
    if (inner !== undefined) inner.text += text;
  };
  parser.on('text', (text, decode) => grow(decode(text)));
  parser.on('cdata', grow);
  parser.on('closeTag', () => {
    const closed = open.pop();
    if (closed !== undefined) closed.text = closed.text.trim();
  });
  parser.on('error', () => (fault ??= '决策表不是完整的 XML，请重新导出这个文件'));
  parser.on('warn', () => undefined);
  parser.parse(xml);
  return fault === null ? rootOf(root) : fail(fault);
}

function rootOf(root: Element | null): Result<Element, string> {
  if (root === null) return fail('决策表是空的，请填入 DMN 文件的内容');
  const isDmn = [...root.attributes].some(([name, value]) => /^xmlns(:|$)/.test(name) && DMN_NAMESPACE.test(value));
  return root.name === 'definitions' && isDmn ? ok(root) : fail('决策表不是 DMN 文件，请换成 DMN 1.1 到 1.5 的文件');
}
