import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Settings } from '../../config/settings.js';
import { mailServerOf } from '../../config/smtp-url.js';

export interface OutgoingMail {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  /** the same for every try: receivers discard repetitions by it */
  readonly id: string;
}

const SECOND = 1000;

/** The connection to the mail server. */
@Injectable()
export class MailTransport implements OnApplicationShutdown {
  private transporter: Transporter | undefined;

  constructor(private readonly settings: Settings) {}

  /** @throws in Chinese, without the server's password: what went wrong */
  async send({ to, subject, text, id }: OutgoingMail): Promise<void> {
    const server = mailServerOf(this.settings.SMTP_URL);
    if (!server) throw new Error('没有配置邮件服务器，请系统维护人员设置 SMTP_URL 和 MAIL_FROM 后重新启动');
    this.transporter ??= createTransport({
      ...server,
      pool: true,
      maxConnections: 2,
      connectionTimeout: 10 * SECOND,
      greetingTimeout: 10 * SECOND,
      socketTimeout: 30 * SECOND,
      // addresses and texts are ours alone: nothing of a mail is read from a file or an address
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    const from = this.settings.MAIL_FROM;
    try {
      await this.transporter.sendMail({
        from,
        to: { name: to.name, address: to.address },
        subject,
        text,
        messageId: `<${id}@${from.replace(/^.*@|>$/g, '')}>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      });
    } catch (error) {
      throw new Error(whyNot(error, server.host), { cause: error });
    }
  }

  onApplicationShutdown(): void {
    this.transporter?.close();
  }
}

interface SmtpFault {
  readonly code?: string;
  readonly responseCode?: number;
}

/** What a person can do about it. The server's own words may name people or accounts: only its number is told. */
function whyNot(error: unknown, host: string): string {
  const { code = '', responseCode } = error as SmtpFault;
  if (code === 'EAUTH') return `邮件服务器 ${host} 不接受用户名或密码，请系统维护人员核对 SMTP_URL`;
  if (code === 'ETLS') return `邮件服务器 ${host} 不支持加密连接，密码没有发出；请系统维护人员改用 smtps:// 或核对端口`;
  if (code === 'EENVELOPE')
    return `邮件服务器不接受收件地址或发件地址（${responseCode ?? code}），请核对收件人的邮件地址和 MAIL_FROM`;
  if (responseCode) return `邮件服务器 ${host} 没有收下这封邮件（${responseCode}）`;
  return `连接不上邮件服务器 ${host}（${code || '原因不明'}）`;
}
