import { Transform } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, IsString, Matches, Max, Min } from 'class-validator';
import { networksOf } from './networks.js';
import { Fits } from './fits.js';
import { mailServerOf } from './smtp-url.js';

const number = Transform(({ value }) => (typeof value === 'string' && value.trim() !== '' ? Number(value) : value));
const flag = Transform(({ value }) =>
  value === 'true' || value === '1' ? true : value === 'false' || value === '0' ? false : value,
);

/** What the environment may say. Everything has a default that serves one city on one machine. */
export class Settings {
  /** the port of the web address; 0 lets the system choose (tests) */
  @number
  @IsInt({ message: 'PORT 应当是 0 到 65535 之间的整数，例如 PORT=3000' })
  @Min(0, { message: 'PORT 应当是 0 到 65535 之间的整数，例如 PORT=3000' })
  @Max(65_535, { message: 'PORT 应当是 0 到 65535 之间的整数，例如 PORT=3000' })
  PORT = 3000;

  /** the address to listen on; 0.0.0.0 opens the service to the network */
  @IsString()
  @Matches(/^[\w.:-]+$/, { message: 'HOST 应当是一个主机名或地址，例如 HOST=127.0.0.1' })
  HOST = '127.0.0.1';

  /** an external PostgreSQL; without it the embedded one is started under DATA_DIR */
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\//, {
    message:
      'DATABASE_URL 应当以 postgres:// 开头，例如 postgres://用户:密码@主机:5432/库名；使用内置数据库时请不要设置它',
  })
  DATABASE_URL?: string;

  /** where the embedded database and the demo accounts live */
  @Matches(/\S/, { message: 'DATA_DIR 应当是一个目录，例如 DATA_DIR=./data' })
  DATA_DIR = './data';

  @number
  @IsInt({ message: 'MAX_UPLOAD_MB 应当是 1 到 2048 之间的整数（单位：MB）' })
  @Min(1, { message: 'MAX_UPLOAD_MB 应当是 1 到 2048 之间的整数（单位：MB）' })
  @Max(2048, { message: 'MAX_UPLOAD_MB 应当是 1 到 2048 之间的整数（单位：MB）' })
  MAX_UPLOAD_MB = 200;

  /** a session ends after so many hours without use */
  @number
  @Min(0.1, { message: 'SESSION_IDLE_HOURS 应当是 0.1 到 720 之间的数（单位：小时）' })
  @Max(720, { message: 'SESSION_IDLE_HOURS 应当是 0.1 到 720 之间的数（单位：小时）' })
  SESSION_IDLE_HOURS = 2;

  /** a session ends after so many hours, used or not */
  @number
  @Min(0.1, { message: 'SESSION_MAX_HOURS 应当是 0.1 到 720 之间的数（单位：小时）' })
  @Max(720, { message: 'SESSION_MAX_HOURS 应当是 0.1 到 720 之间的数（单位：小时）' })
  SESSION_MAX_HOURS = 12;

  /** connections per process; 8 to 16 is enough on two cores */
  @number
  @IsInt({ message: 'DATABASE_POOL 应当是 4 到 100 之间的整数' })
  @Min(4, { message: 'DATABASE_POOL 应当是 4 到 100 之间的整数' })
  @Max(100, { message: 'DATABASE_POOL 应当是 4 到 100 之间的整数' })
  DATABASE_POOL = 12;

  /** true when HTTPS ends before this process: cookies are then marked Secure */
  @flag
  @IsBoolean({ message: 'COOKIE_SECURE 应当是 true 或 false；经 HTTPS 访问时设为 true' })
  COOKIE_SECURE = false;

  /** true when a reverse proxy sets X-Forwarded-For: without it the header is not believed */
  @flag
  @IsBoolean({ message: 'TRUST_PROXY 应当是 true 或 false；只有反向代理在前面时才设为 true' })
  TRUST_PROXY = false;

  /** the city that `/` leads to */
  @Matches(/^[a-z][a-z0-9-]{1,31}$/, { message: 'DEFAULT_TENANT 应当是小写字母开头的代号，例如 taishan' })
  DEFAULT_TENANT = 'taishan';

  /** the folder that holds seeds/, workflows/ and dist/web/ */
  @Matches(/\S/, { message: 'HOME_DIR 应当是程序所在目录' })
  HOME_DIR = process.cwd();

  /** the mail server; without it nobody is told by mail */
  @Fits((text) => text === '' || mailServerOf(text) !== null, {
    message:
      'SMTP_URL 应当形如 smtp://用户:密码@主机:587 或 smtps://用户:密码@主机:465；用户名和密码里的特殊字符要写成百分号编码；不发邮件时请不要设置它',
  })
  @Fits((text, { MAIL_FROM }) => text === '' || MAIL_FROM !== '', {
    message: '设置了 SMTP_URL 时，也要设置 MAIL_FROM（发件地址）',
  })
  SMTP_URL = '';

  /** the sender of mails */
  @Matches(/^$|^([^<>@\p{Cc}]{1,60}<)?[\w.+-]{1,64}@[\w-]+(\.[\w-]+)*>?$/u, {
    message:
      'MAIL_FROM 应当是一个邮件地址，例如 MAIL_FROM=chengban@example.gov.cn 或 MAIL_FROM=承办<chengban@example.gov.cn>',
  })
  MAIL_FROM = '';

  /** mail leaves only for these domains and what is below them; empty: for any */
  @Matches(/^$|^[\w-]+(\.[\w-]+)*(\s*,\s*[\w-]+(\.[\w-]+)*)*$/, {
    message: 'MAIL_TO_DOMAINS 应当是用逗号隔开的域名，例如 MAIL_TO_DOMAINS=gd.gov.cn,taishan.gov.cn',
  })
  MAIL_TO_DOMAINS = '';

  /** the address at which people reach this service: mails link to it */
  @Matches(/^$|^https?:\/\/[^\s/?#@]+\/?$/, {
    message: 'PUBLIC_URL 应当是大家打开本系统的网址，不带后面的路径，例如 PUBLIC_URL=https://chengban.example.gov.cn',
  })
  PUBLIC_URL = '';

  /** private networks to which webhooks may be sent all the same; empty: to none */
  @Fits((text) => networksOf(text) !== null, {
    message:
      'WEBHOOK_NETWORKS 应当是用逗号隔开的网段，例如 WEBHOOK_NETWORKS=10.1.0.0/16,192.168.3.8；不向内网推送时请不要设置它',
  })
  WEBHOOK_NETWORKS = '';
}
