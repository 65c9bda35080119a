import { ApiProblem, ConnectionLost, type ProblemDocument } from './api-problem';

type Query = Record<string, string | number | boolean | undefined | null>;
type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface SendOptions {
  /** JSON, unless it is a FormData */
  body?: unknown;
  /** the revision the author saw; a stale one is refused with code `stale` */
  ifMatch?: number | string;
  idempotencyKey?: string;
}
export interface UploadOptions {
  idempotencyKey?: string;
  /** 0 … 1 */
  onProgress?: (share: number) => void;
  signal?: AbortSignal;
}

/** One city's API. Paths are relative to `/api/v1/{tenant}`. Refusals are thrown as ApiProblem, a lost line as ConnectionLost. */
export class ApiClient {
  private csrfToken = '';
  /** called whenever the API says that nobody is signed in */
  onSignedOut: () => void = () => undefined;

  constructor(readonly tenant: string) {}

  useCsrfToken(token: string): void {
    this.csrfToken = token;
  }

  /** The address of a resource, for links such as downloads. */
  address(path: string, query: Query = {}): string {
    const known = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
    const search = new URLSearchParams(known.map(([name, value]) => [name, String(value)])).toString();
    return `/api/v1/${encodeURIComponent(this.tenant)}${path}${search ? `?${search}` : ''}`;
  }

  get<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> {
    return this.request<T>(this.address(path, query), { method: 'GET', signal });
  }

  /** Every page of a list, one after the other; for lists of at most a few thousand rows. */
  async all<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T[]> {
    const items: T[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: T[]; nextCursor?: string | null } = await this.get(
        path,
        { limit: 200, ...query, cursor },
        signal,
      );
      items.push(...page.items);
      cursor = page.nextCursor ?? null;
    } while (cursor);
    return items;
  }

  async text(path: string, signal?: AbortSignal): Promise<string> {
    const response = await this.fetch(this.address(path), { method: 'GET', signal });
    return response.text();
  }

  send<T>(method: Method, path: string, options: SendOptions = {}): Promise<T> {
    const { body, ifMatch, idempotencyKey } = options;
    const headers = this.unsafeHeaders(idempotencyKey);
    if (ifMatch !== undefined) headers['If-Match'] = `"${ifMatch}"`;
    const isForm = body instanceof FormData;
    if (body !== undefined && !isForm) headers['Content-Type'] = 'application/json';
    return this.request<T>(this.address(path), {
      method,
      headers,
      body: body === undefined || isForm ? (body as FormData | undefined) : JSON.stringify(body),
    });
  }

  /** Sends one file as multipart field `file`. XMLHttpRequest, because fetch cannot tell how much was sent. */
  upload<T>(path: string, query: Query, file: File, options: UploadOptions = {}): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open('POST', this.address(path, query));
      for (const [name, value] of Object.entries(this.unsafeHeaders(options.idempotencyKey)))
        request.setRequestHeader(name, value);
      request.upload.onprogress = (event) => event.lengthComputable && options.onProgress?.(event.loaded / event.total);
      request.onload = () => {
        const answer = parse(request.responseText);
        if (request.status >= 200 && request.status < 300) resolve(answer as T);
        else reject(this.refuse(request.status, answer as ProblemDocument | undefined));
      };
      request.onerror = () => reject(new ConnectionLost());
      request.onabort = () => reject(new DOMException('aborted', 'AbortError'));
      options.signal?.addEventListener('abort', () => request.abort());
      const body = new FormData();
      body.append('file', file, file.name);
      request.send(body);
    });
  }

  private unsafeHeaders(idempotencyKey?: string): Record<string, string> {
    const headers: Record<string, string> = {};
    if (this.csrfToken) headers['X-CSRF-Token'] = this.csrfToken;
    if (idempotencyKey) headers['Idempotency-Key'] = idempotencyKey;
    return headers;
  }

  private async request<T>(address: string, init: RequestInit): Promise<T> {
    const response = await this.fetch(address, init);
    const body = await response.text().catch(() => {
      throw new ConnectionLost();
    });
    return parse(body) as T;
  }

  private async fetch(address: string, init: RequestInit): Promise<Response> {
    let response: Response;
    try {
      response = await fetch(address, {
        credentials: 'same-origin',
        ...init,
        headers: { Accept: 'application/json', ...init.headers },
      });
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      throw new ConnectionLost();
    }
    if (response.ok) return response;
    throw this.refuse(response.status, parse(await response.text().catch(() => '')) as ProblemDocument | undefined);
  }

  private refuse(status: number, document: ProblemDocument | undefined): ApiProblem {
    const problem = new ApiProblem(status, document ?? {});
    if (status === 401 && problem.code === 'not-signed-in') this.onSignedOut();
    return problem;
  }
}

function parse(text: string): unknown {
  if (!text) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
