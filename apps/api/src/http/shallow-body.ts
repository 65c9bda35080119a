import type { FastifyInstance } from 'fastify';
import { malformedRequest } from './problems/from-fault.js';

/** Nothing that we accept is nested deeper; what validates bodies calls itself once per level. */
const DEEPEST = 40;

/** Refuses JSON bodies whose depth could exhaust the stack of whatever walks through them. */
export function refuseDeepBodies(fastify: FastifyInstance): void {
  fastify.addHook('preValidation', async ({ body }) => {
    if (isDeeperThan(DEEPEST, body)) throw malformedRequest;
  });
}

function isDeeperThan(levels: number, body: unknown): boolean {
  let level: unknown[] = [body];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > levels) return true;
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []));
  }
  return false;
}
