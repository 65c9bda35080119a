import { Problem, type FieldError } from './problem.js';

// The answers that any part of the API may need to give. One function per code.

/** The object does not exist, or not for this reader: both look the same from outside. */
export const notFound = (
  what = '您要找的内容',
  detail = '它可能已被删除，或者不在您的查看范围内。请返回列表重新选择。',
): Problem => new Problem({ status: 404, code: 'not-found', title: `没有找到${what}`, detail });

export const tenantNotFound = (): Problem =>
  new Problem({
    status: 404,
    code: 'tenant-not-found',
    title: '没有找到这个城市',
    detail: '请检查网址中的城市代号，或从本单位的入口重新进入。',
  });

export const notSignedIn = (): Problem =>
  new Problem({ status: 401, code: 'not-signed-in', title: '您还没有登录', detail: '登录可能已过期，请重新登录。' });

/** @param reason which role is missing, or who may do it */
export const notAllowed = (reason: string, detail = '如需办理，请联系本单位管理员核对您的岗位。'): Problem =>
  new Problem({ status: 403, code: 'not-allowed', title: reason, detail });

export const csrfFailed = (): Problem =>
  new Problem({
    status: 403,
    code: 'csrf-failed',
    title: '页面已失效，操作没有执行',
    detail: '请刷新页面后再试一次。',
  });

export const invalidInput = (errors: readonly FieldError[]): Problem =>
  new Problem({
    status: 400,
    code: 'invalid-input',
    title: '填写的内容有误',
    detail: errors.map((error) => error.message).join('；'),
    ...(errors[0] === undefined ? {} : { field: errors[0].field }),
    errors,
  });

/** @param current what the object is now, so that the page can show what changed */
export const stale = (current: Readonly<Record<string, unknown>>): Problem =>
  new Problem({
    status: 409,
    code: 'stale',
    title: '内容已有更新',
    detail: '您看到的不是最新情况，操作没有执行。请刷新页面，查看变化后再办理。',
    extra: { current },
  });

export const tooLarge = (limit: string): Problem =>
  new Problem({
    status: 413,
    code: 'too-large',
    title: '提交的内容太大',
    detail: `最多允许 ${limit}。请压缩或拆分后再提交。`,
  });
