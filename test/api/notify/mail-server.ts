import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

interface ArrivedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly parsed: ParsedMail;
  /** as it came over the line */
  readonly raw: string;
}

export interface MailServer {
  /** without a name and password */
  readonly address: string;
  readonly port: number;
  readonly arrived: ArrivedMail[];
  /** every mail is refused with this for as long as it is set */
  refusal: { code: number; words: string } | null;
  close(): Promise<void>;
}

export const ACCOUNT = { user: 'chengban', pass: 'geheim/wort' };

/** A real mail server in this process. @param asksForPassword nobody may send without one */
export async function mailServer({ asksForPassword = false } = {}): Promise<MailServer> {
  const server = new SMTPServer({
    logger: false,
    disabledCommands: asksForPassword ? ['STARTTLS'] : ['STARTTLS', 'AUTH'],
    authOptional: !asksForPassword,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _, done) =>
      username === ACCOUNT.user && password === ACCOUNT.pass
        ? done(null, { user: username })
        : done(Object.assign(new Error(`wrong password ${password}`), { responseCode: 535 })),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (mails.refusal)
          return done(Object.assign(new Error(mails.refusal.words), { responseCode: mails.refusal.code }));
        const raw = Buffer.concat(chunks).toString();
        const { mailFrom, rcptTo } = session.envelope;
        simpleParser(raw).then((parsed) => {
          mails.arrived.push({
            from: mailFrom ? mailFrom.address : '',
            to: rcptTo.map(({ address }) => address),
            parsed,
            raw,
          });
          done();
        }, done);
      });
    },
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
  const { port } = server.server.address() as AddressInfo;
  const mails: MailServer = {
    address: `smtp://127.0.0.1:${port}`,
    port,
    arrived: [],
    refusal: null,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
  return mails;
}
