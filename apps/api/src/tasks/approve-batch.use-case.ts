import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { BatchCommand, cleanText, type ActEnvelope, type BatchResult } from '../instances/instances.module.js';

export interface BatchItem {
  readonly taskId: string;
  /** the revision that the actor saw */
  readonly revision?: number;
}

/**
 * 批量同意: the one act that needs no more than a word. What asks for something of its own – fields to fill in, people to
 * choose – is refused with its reason, and so is what has changed since it was seen.
 */
@Injectable()
export class ApproveBatchUseCase {
  constructor(private readonly command: BatchCommand) {}

  execute(
    items: readonly BatchItem[],
    opinion: string | undefined,
    envelope: ActEnvelope,
  ): Promise<readonly BatchResult[]> {
    const said = opinion === undefined ? {} : { opinion: cleanText(opinion) };
    const { repeat } = envelope;
    return this.command.execute(
      items.map(({ taskId, revision }) => ({
        ...envelope,
        taskId,
        seen: revision ?? null,
        // each task keeps its own answer, so a batch that is sent again does none of them twice
        repeat: repeat && { key: keyOf(repeat.key, taskId), requestHash: repeat.requestHash },
        act: { verb: 'approve', ...said },
      })),
    );
  }
}

const keyOf = (key: string, taskId: string): string => createHash('sha256').update(`${key}\n${taskId}`).digest('hex');
