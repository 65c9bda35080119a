import type { FlowItem } from '../flows/use-flows.js';
import { listOf, textOf, type Moddle } from '../modeler/moddle.js';

/** What can be called: the published flows, and the other processes and global tasks of the file itself. */
export function calledFlows(
  flows: readonly FlowItem[],
  definitions: Moddle,
  ownId: string,
): { value: string; label: string }[] {
  const published = flows
    .filter(({ publishedVersion }) => publishedVersion !== null)
    .map(({ key, name }) => ({ value: key, label: `${name}（${key}）` }));
  const inFile = listOf(definitions, 'rootElements')
    .filter((root) => root.$instanceOf('bpmn:CallableElement') && root.id !== ownId)
    .map((root) => ({ value: root.id, label: `${textOf(root, 'name') || root.id}（本文件）` }));
  return [...published, ...inFile];
}
