/** A problem document of RFC 9457 as the API writes it; every text in it is Chinese and meant to be shown. */
export interface ProblemDocument {
  type?: string;
  title?: string;
  status?: number;
  code?: string;
  detail?: string;
  field?: string;
  errors?: { field: string; message: string }[];
  [extension: string]: unknown;
}

/** The API refused. `message` is the title; `detail` says what to do; `extra` keeps what one code adds (`current`, `findings`). */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly { field: string; message: string }[];
  readonly extra: ProblemDocument;

  constructor(status: number, document: ProblemDocument) {
    super(document.title || titleFor(status));
    this.name = 'ApiProblem';
    this.status = status;
    this.code = document.code ?? document.type?.split(':').at(-1) ?? String(status);
    this.detail = document.detail ?? '';
    const own = document.field ? [{ field: document.field, message: document.detail || this.message }] : [];
    this.errors = document.errors?.length ? document.errors : own;
    this.extra = document;
  }

  get title(): string {
    return this.message;
  }
}

/** The answer never came: nobody knows whether the act was carried out, so it may be repeated with the same key. */
export class ConnectionLost extends Error {
  constructor() {
    super('网络连接中断');
    this.name = 'ConnectionLost';
  }
}

export const isProblem = (error: unknown, code?: string): error is ApiProblem =>
  error instanceof ApiProblem && (code === undefined || error.code === code);

/** What to show for any error: a title and, where known, what to do. */
export function explain(error: unknown): { title: string; detail: string } {
  if (error instanceof ApiProblem) return { title: error.title, detail: error.detail };
  if (error instanceof ConnectionLost)
    return { title: error.message, detail: '请检查网络后重试，已填写的内容不会丢失。' };
  return { title: '页面出了点问题', detail: '请刷新页面；如仍出现，请联系系统管理员。' };
}

/** The same as one sentence, for places with room for one line only. */
export function explainInOneLine(error: unknown): string {
  const { title, detail } = explain(error);
  if (!detail) return title;
  return /[。！？]$/.test(title) ? `${title}${detail}` : `${title}：${detail}`;
}

function titleFor(status: number): string {
  if (status === 401) return '请先登录';
  if (status === 403) return '没有权限进行此操作';
  if (status === 404) return '没有找到';
  if (status === 413) return '文件太大';
  if (status === 429) return '操作太频繁，请稍后再试';
  return status >= 500 ? '系统暂时无法处理' : '操作没有完成';
}
