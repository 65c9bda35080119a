import { HttpException } from '@nestjs/common';
import { Problem } from './problem.js';
import { tooLarge } from './common-problems.js';

export const malformedRequest = new Problem({
  status: 400,
  code: 'malformed-request',
  title: '请求的格式有误，无法读取',
  detail: '请刷新页面后再试；通过接口提交时，请检查内容是否为完整的 JSON。',
});

/** Answers of the framework and the parsers, by status, in our words. */
const BY_STATUS: Readonly<Record<number, Problem>> = {
  400: malformedRequest,
  404: new Problem({
    status: 404,
    code: 'no-such-address',
    title: '没有这个地址',
    detail: '请检查网址，或从首页重新进入。',
  }),
  405: new Problem({
    status: 405,
    code: 'no-such-method',
    title: '这个地址不支持该操作',
    detail: '请刷新页面后再试。',
  }),
  413: tooLarge('4 MB（附件除外）'),
  414: new Problem({ status: 414, code: 'address-too-long', title: '网址太长', detail: '请缩短查询条件后再试。' }),
  415: new Problem({
    status: 415,
    code: 'unsupported-media-type',
    title: '不支持这种提交格式',
    detail: '请以 JSON 提交；上传文件请使用 multipart/form-data。',
  }),
};

/** lock_not_available, query_canceled, too_many_connections, admin/crash shutdown, cannot_connect_now */
const BUSY = new Set([
  '55P03',
  '57014',
  '53300',
  '57P01',
  '57P02',
  '57P03',
  '40001',
  '40P01',
  'ECONNREFUSED',
  'ENOENT',
]);

const busy = new Problem({
  status: 503,
  code: 'busy',
  title: '系统正忙，操作没有执行',
  detail: '请稍等片刻再试一次；已填写的内容没有丢失。',
});

/** The act may have been committed before its connection died: only looking again tells. */
const connectionLost = new Problem({
  status: 503,
  code: 'connection-lost',
  title: '与数据库的连接中断',
  detail: '请刷新页面，查看操作是否已经完成；没有完成的，请再办理一次。',
});

/** What driver and ORM say when the connection of a transaction is gone; neither gives its error a code. */
const isConnectionLost = (fault: unknown): boolean =>
  fault instanceof Error &&
  (fault.name === 'QueryRunnerAlreadyReleasedError' ||
    /^(Connection terminated|Client has encountered a connection error)/.test(fault.message));

const brokenUpload = new Problem({
  status: 400,
  code: 'upload-broken',
  title: '上传中断，文件没有保存',
  detail: '请检查网络后重新上传。',
});

/** What the form parser says when the connection ends before the form does. */
const isBrokenUpload = (fault: unknown): boolean =>
  fault instanceof Error &&
  /^(Unexpected end of (multipart data|form)|Part terminated early|Premature close)/.test(fault.message);

const unstorable = new Problem({
  status: 400,
  code: 'unstorable-text',
  title: '内容里有不能保存的字符',
  detail: '请删除看不见的控制字符后再试；从别处粘贴的内容，请先粘贴到记事本里再复制。',
});

/** A character that ends texts (U+0000), in a text or in JSON: wherever it came in, the database takes none. */
const isUnstorable = (fault: unknown): boolean =>
  fault instanceof Error && 'query' in fault && 'code' in fault && ['22021', '22P05'].includes(String(fault.code));

/** The answer for anything that was thrown and is not a Problem; null when it is a fault of ours (500). */
export function fromFault(fault: unknown): Problem | null {
  if (fault instanceof Problem) return fault;
  const status = statusOf(fault);
  if (status !== undefined && status < 500) return BY_STATUS[status] ?? malformedRequest;
  if (isBrokenUpload(fault)) return brokenUpload;
  if (isUnstorable(fault)) return unstorable;
  if (isConnectionLost(fault)) return connectionLost;
  if (isDatabaseBusy(fault)) return busy;
  return null;
}

function statusOf(fault: unknown): number | undefined {
  if (fault instanceof HttpException) return fault.getStatus();
  // errors of Fastify and its plugins that never passed through Nest
  if (fault instanceof Error && 'statusCode' in fault && typeof fault.statusCode === 'number') return fault.statusCode;
  return undefined;
}

const isDatabaseBusy = (fault: unknown): boolean =>
  fault instanceof Error &&
  ('query' in fault || ('syscall' in fault && fault.syscall === 'connect')) &&
  'code' in fault &&
  BUSY.has(String(fault.code));
