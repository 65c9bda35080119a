import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Problem } from '../http/problems/problem.js';
import { cleanText, MatterCommand, Refused, type ActEnvelope } from '../instances/instances.module.js';

export interface Handover {
  readonly fromId: string;
  readonly toId: string;
  readonly instanceIds: readonly string[];
  readonly reason: string;
}

export interface HandoverResult {
  readonly instanceId: string;
  readonly problem: Problem | null;
}

/** 批量交接: every seat of one person in the chosen matters, each matter by itself, so that one refusal holds up no other. */
@Injectable()
export class HandOverUseCase {
  constructor(private readonly command: MatterCommand) {}

  async execute({ fromId, toId, instanceIds, reason }: Handover, envelope: ActEnvelope): Promise<HandoverResult[]> {
    const act = { verb: 'handOver', fromId, toId, reason: cleanText(reason) } as const;
    const results: HandoverResult[] = [];
    for (const instanceId of instanceIds) {
      const { repeat } = envelope;
      const own = repeat && { key: keyOf(repeat.key, instanceId), requestHash: repeat.requestHash };
      try {
        await this.command.execute({ ...envelope, seen: null, repeat: own, instanceId, act });
        results.push({ instanceId, problem: null });
      } catch (fault) {
        if (!(fault instanceof Problem) && !(fault instanceof Refused)) throw fault;
        results.push({ instanceId, problem: fault instanceof Refused ? fault.toProblem() : fault });
      }
    }
    return results;
  }
}

const keyOf = (key: string, id: string): string => createHash('sha256').update(`${key}\n${id}`).digest('hex');
