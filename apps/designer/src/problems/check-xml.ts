import { checkFlow, readBpmn, type CheckContext, type Finding, type FlowModel } from '@chengban/domain';

export interface CheckedXml {
  findings: readonly Finding[];
  /** null when the XML could not be read at all */
  model: FlowModel | null;
}

/** Exactly what the server does before it publishes: the same reader, the same checks. */
export async function checkXml(xml: string, surroundings: CheckContext = {}): Promise<CheckedXml> {
  const read = await readBpmn(xml);
  return read.ok
    ? { findings: checkFlow(read.value, surroundings), model: read.value }
    : { findings: read.error, model: null };
}
