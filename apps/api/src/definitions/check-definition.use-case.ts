import { Injectable } from '@nestjs/common';
import type { Finding } from '@chengban/domain';
import { compileXml } from './compile-xml.js';
import { DrawingSurroundings } from './drawing-surroundings.js';
import { FlowsReadModel } from './flows.read-model.js';

export interface CheckedDrawing {
  readonly findings: readonly Finding[];
  readonly publishable: boolean;
  /** when it would begin by the clock */
  readonly starts: readonly { readonly nodeId: string; readonly nodeName: string; readonly dueAt: Date }[];
  /** how many obligations would begin now */
  readonly awaiting: number;
}

/** Says of a drawing what publishing would say and do, and changes nothing. */
@Injectable()
export class CheckDefinitionUseCase {
  constructor(
    private readonly surroundings: DrawingSurroundings,
    private readonly flows: FlowsReadModel,
  ) {}

  /** @param key the flow of which it would be the newest version; without one nothing waits for it */
  async execute(tenant: string, xml: string, key: string | null): Promise<CheckedDrawing> {
    const { findings, compiled } = await compileXml(xml, this.surroundings.of(tenant));
    const starts = (compiled?.starts ?? []).map(({ nodeId, due }) => ({
      nodeId,
      nodeName: compiled?.flow.nodes[nodeId]?.name || nodeId,
      dueAt: new Date(due.dueAt),
    }));
    const awaiting = key === null || starts.length === 0 ? 0 : (await this.flows.awaiting(tenant, key)).length;
    return { findings, publishable: compiled !== null, starts, awaiting };
  }
}
