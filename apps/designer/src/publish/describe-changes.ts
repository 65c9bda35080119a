import { CANCEL_UNTIL_WORDS, DEDUPE_WORDS, type FlowModel, type SequenceFlow } from '@chengban/domain';
import { conditionInWords } from '../inspector/simple-condition.js';
import { flatten, type FlatFlow } from './flat-flow.js';
import { nodeFacts } from './node-facts.js';
import { nodeTitle, type Names } from './node-words.js';

export interface Change {
  kind: 'added' | 'removed' | 'changed';
  text: string;
  /** the element in the newer drawing, or in the older one where it is gone */
  elementId: string;
}

/** What is different between two drawings, in words: nodes, who handles them, lines and their conditions. */
export function describeChanges(before: FlowModel | null, after: FlowModel, names: Names): Change[] {
  const now = flatten(after);
  if (!before)
    return [...now.nodes.values()].map((node) => ({
      kind: 'added',
      elementId: node.id,
      text: `新增${nodeTitle(node, names)}`,
    }));
  const old = flatten(before);
  return [
    ...flowName(before, after),
    ...flowSettings(before, after),
    ...removed(old, now, names),
    ...added(old, now, names),
    ...changed(old, now, names),
    ...lines(old, now, names),
    ...decisions(before, after),
  ];
}

function flowName(before: FlowModel, after: FlowModel): Change[] {
  if (before.name === after.name) return [];
  return [{ kind: 'changed', elementId: after.processId, text: `流程名称：“${before.name}”改为“${after.name}”` }];
}

/** What holds for the whole flow, and what holds where it says nothing. */
function flowSettings(before: FlowModel, after: FlowModel): Change[] {
  const told = (flow: FlowModel): readonly (readonly [label: string, words: string])[] => [
    ['自动去重', DEDUPE_WORDS[flow.dedupe ?? 'off']],
    ['发起人撤销', CANCEL_UNTIL_WORDS[flow.cancelUntil ?? 'review']],
  ];
  const old = new Map(told(before));
  return told(after)
    .filter(([label, words]) => old.get(label) !== words)
    .map(([label, words]) => ({
      kind: 'changed',
      elementId: after.processId,
      text: `流程的${label}：${old.get(label) ?? ''} → ${words}`,
    }));
}

function removed(old: FlatFlow, now: FlatFlow, names: Names): Change[] {
  return [...old.nodes.values()]
    .filter((node) => !now.nodes.has(node.id))
    .map((node) => ({ kind: 'removed', elementId: node.id, text: `删除${nodeTitle(node, names)}` }));
}

function added(old: FlatFlow, now: FlatFlow, names: Names): Change[] {
  return [...now.nodes.values()]
    .filter((node) => !old.nodes.has(node.id))
    .map((node) => {
      const facts = nodeFacts(node, names, (id) => titleIn(names, now, id));
      const handler = facts.get('办理人');
      const after = [...now.flows.values()]
        .filter((flow) => flow.target === node.id)
        .map((flow) => titleIn(names, now, flow.source));
      const days = facts.get('办理时限');
      const told = [
        handler && `由${handler}办理`,
        days && `时限 ${days}`,
        after.length > 0 && `在${after.join('、')}之后`,
        ...[...facts].filter(([label]) => !SAID_OTHERWISE.has(label)).map(([label, words]) => newFact(label, words)),
      ].filter(Boolean);
      return { kind: 'added', elementId: node.id, text: [`新增${nodeTitle(node, names)}`, ...told].join('，') };
    });
}

/** What the line of a new node says in its own way, or leaves to the drawing because it would grow too long. */
const SAID_OTHERWISE = new Set('办理人 办理时限 用途 同意按钮 提交按钮 退回到 带入 带出 结果 结果放进 算式'.split(' '));
const newFact = (label: string, words: string): string =>
  label === '贴在' ? `在${words}上` : label === '发生后' ? `发生后${words}` : `${label}：${words}`;

/** What holds where a node does not say otherwise. */
const UNSAID: Readonly<Record<string, string>> = {
  办几次: '办一次',
  多人方式: '一人办理',
  可用的操作: '全部',
  可以退回到哪里: '不限',
  退回的改好后: '不限',
};
const unsaid = (label: string): string => UNSAID[label] ?? '没有';

function changed(old: FlatFlow, now: FlatFlow, names: Names): Change[] {
  return [...now.nodes.values()].flatMap((node) => {
    const before = old.nodes.get(node.id);
    if (!before) return [];
    const say = (text: string): Change => ({ kind: 'changed', elementId: node.id, text });
    const renamed = before.name === node.name ? [] : [say(`${nodeTitle(before, names)}改名为“${node.name}”`)];
    const [was, is] = [
      nodeFacts(before, names, (id) => titleIn(names, old, id)),
      nodeFacts(node, names, (id) => titleIn(names, now, id)),
    ];
    const labels = [...new Set([...was.keys(), ...is.keys()])].filter((label) => was.get(label) !== is.get(label));
    const facts = labels.map((label) =>
      say(
        `${nodeTitle(node, names)}的${label}：${was.get(label) ?? unsaid(label)} → ${is.get(label) ?? unsaid(label)}`,
      ),
    );
    return [...renamed, ...facts];
  });
}

/** Lines between nodes that both stay, and lines that were moved; those of new and gone nodes are told with the nodes. */
function lines(old: FlatFlow, now: FlatFlow, names: Names): Change[] {
  const changes: Change[] = [];
  for (const flow of now.flows.values()) {
    const before = old.flows.get(flow.id);
    if (before) changes.push(...lineChanges(before, flow, old, now, names));
    else if (old.nodes.has(flow.source) && old.nodes.has(flow.target))
      changes.push({ kind: 'added', elementId: flow.id, text: `新增连线：${lineTitle(names, now, flow)}` });
  }
  for (const flow of old.flows.values())
    if (!now.flows.has(flow.id) && now.nodes.has(flow.source) && now.nodes.has(flow.target))
      changes.push({ kind: 'removed', elementId: flow.id, text: `删除连线：${lineTitle(names, old, flow)}` });
  return changes;
}

function lineChanges(before: SequenceFlow, flow: SequenceFlow, old: FlatFlow, now: FlatFlow, names: Names): Change[] {
  const texts: string[] = [];
  const stays =
    [before.source, before.target].every((id) => now.nodes.has(id)) &&
    [flow.source, flow.target].every((id) => old.nodes.has(id));
  if (stays && (before.source !== flow.source || before.target !== flow.target))
    texts.push(`连线改道：${lineTitle(names, old, before)}，改为${lineTitle(names, now, flow)}`);
  const [was, is] = [conditionOf(before, old, names), conditionOf(flow, now, names)];
  if (was !== is) texts.push(`连线${lineTitle(names, now, flow)}的条件：${was} → ${is}`);
  if (before.name !== flow.name)
    texts.push(`连线${lineTitle(names, now, flow)}的名称：${quoted(before.name)} → ${quoted(flow.name)}`);
  return texts.map((text) => ({ kind: 'changed', elementId: flow.id, text }));
}

/** The decision tables that the drawing carries, by key. */
function decisions(before: FlowModel, after: FlowModel): Change[] {
  const keys = [...new Set([...Object.keys(before.decisions), ...Object.keys(after.decisions)])];
  return keys.flatMap((key): Change[] => {
    const [was, is] = [before.decisions[key], after.decisions[key]];
    if (was === is) return [];
    const at = { elementId: after.processId };
    if (was === undefined) return [{ kind: 'added', ...at, text: `新增决策表“${key}”` }];
    if (is === undefined) return [{ kind: 'removed', ...at, text: `删除决策表“${key}”` }];
    return [{ kind: 'changed', ...at, text: `决策表“${key}”的规则有改动` }];
  });
}

function conditionOf(flow: SequenceFlow, flat: FlatFlow, names: Names): string {
  const source = flat.nodes.get(flow.source);
  if (source && 'defaultFlow' in source && source.defaultFlow === flow.id) return '默认走向';
  return conditionInWords(flow.condition?.text ?? '', names.field);
}

const quoted = (name: string): string => (name ? `“${name}”` : '没有');
const lineTitle = (names: Names, flat: FlatFlow, flow: SequenceFlow): string =>
  `${titleIn(names, flat, flow.source)} → ${titleIn(names, flat, flow.target)}`;
const titleIn = (names: Names, flat: FlatFlow, id: string): string => {
  const node = flat.nodes.get(id);
  return node ? (node.name ? `“${node.name}”` : nodeTitle(node, names)) : `“${id}”`;
};
