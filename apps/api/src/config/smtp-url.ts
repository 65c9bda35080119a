import { isIP } from 'node:net';

/** How to reach the mail server. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** encrypted from the first byte (smtps://) */
  readonly secure: boolean;
  /** refuse to go on unless the server lets the connection be encrypted */
  readonly requireTLS: boolean;
  readonly auth?: { readonly user: string; readonly pass: string };
}

const isOwnMachine = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));

/**
 * `smtp://user:password@host:port`, `smtps://…`. A password leaves this machine encrypted only, unless the address says
 * `?requireTLS=false`.
 * @returns null when it is none
 */
export function mailServerOf(text: string): MailServer | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const secure = url.protocol === 'smtps:';
  if ((!secure && url.protocol !== 'smtp:') || url.hostname === '' || !/^\/?$/.test(url.pathname)) return null;
  try {
    const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
    const [user, pass] = [decodeURIComponent(url.username), decodeURIComponent(url.password)];
    return {
      host,
      port: Number(url.port) || (secure ? 465 : 25),
      secure,
      requireTLS: user !== '' && !secure && !isOwnMachine(host) && url.searchParams.get('requireTLS') !== 'false',
      ...(user === '' ? {} : { auth: { user, pass } }),
    };
  } catch {
    return null;
  }
}
