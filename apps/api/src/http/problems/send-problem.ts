import type { FastifyReply } from 'fastify';
import { problemBody } from './problem-body.js';
import type { Problem } from './problem.js';

/** Sends a problem document. It is serialised here: whatever serialiser a route declares must not touch it. */
export const sendProblem = (reply: FastifyReply, problem: Problem, url: string, requestId: string): FastifyReply =>
  reply
    .status(problem.details.status)
    .type('application/problem+json; charset=utf-8')
    .header('Cache-Control', 'no-store')
    .serializer((body) => JSON.stringify(body))
    .send(problemBody(problem, url.split('?')[0]?.slice(0, 500) ?? '/', requestId));
