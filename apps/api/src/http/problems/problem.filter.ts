import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { fromFault } from './from-fault.js';
import { Problem } from './problem.js';
import { sendProblem } from './send-problem.js';

/** Every answer that is not a success leaves through here, as an RFC 9457 document in Chinese. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(fault: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = fromFault(fault) ?? this.unexpected(fault, request);
    // a stream that broke in the middle: the head is gone, only cutting the connection tells the reader
    if (reply.raw.headersSent) return void reply.raw.destroy();
    if (problem.details.status === 503) void reply.header('Retry-After', '2');
    void sendProblem(reply, problem, request.url, request.id);
  }

  /** A fault of ours: the reader gets a number to name, the log gets everything. */
  private unexpected(fault: unknown, request: FastifyRequest): Problem {
    const text = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
    this.logger.error(`${request.id} ${request.method} ${request.url.split('?')[0]} ${text}`);
    return new Problem({
      status: 500,
      code: 'unexpected',
      title: '系统出错，操作没有完成',
      detail: `请稍后再试。如果仍然出错，请把编号 ${request.id} 告诉系统管理员。`,
    });
  }
}
