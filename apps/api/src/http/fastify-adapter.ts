import { randomUUID } from 'node:crypto';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Settings } from '../config/settings.js';
import { malformedRequest } from './problems/from-fault.js';
import { sendProblem } from './problems/send-problem.js';

/** JSON bodies: a flow of 2 MB of XML still fits, escaped. Files go through multipart with their own limit. */
const BODY_LIMIT = 4 * 1024 * 1024;

export const fastifyAdapter = (settings: Settings): FastifyAdapter =>
  new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: settings.TRUST_PROXY,
    // a caller's own id is not taken over: ids in the log are ours alone
    requestIdHeader: false,
    genReqId: () => randomUUID().replaceAll('-', '').slice(0, 16),
    // an address that cannot even be decoded never reaches a route or a filter
    frameworkErrors: (_: Error, request: FastifyRequest, reply: FastifyReply) =>
      void sendProblem(reply, malformedRequest, request.url, request.id),
    // an idle keep-alive connection must not hold up a shutdown
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 300, ignoreDuplicateSlashes: false },
  });
