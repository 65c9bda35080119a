import { Injectable } from '@nestjs/common';
import { fail, ok, type Refusal, type Result } from '@chengban/domain';
import { CredentialStore } from './credential.store.js';
import { Passwords } from './passwords.js';
import { SessionStore } from './session.store.js';
import { SignInAttemptStore } from './sign-in-attempt.store.js';

export interface SignIn {
  readonly tenant: string;
  readonly account: string;
  readonly password: string;
  /** network address of the browser */
  readonly address: string;
}

/** `waitSeconds` above 0: too many wrong guesses, the password was not looked at. */
export type SignInRefusal = Refusal & { readonly waitSeconds: number };

@Injectable()
export class SignInUseCase {
  constructor(
    private readonly credentials: CredentialStore,
    private readonly sessions: SessionStore,
    private readonly attempts: SignInAttemptStore,
    private readonly passwords: Passwords,
  ) {}

  /** @returns the token of a new session */
  async run({ tenant, password, address, ...given }: SignIn): Promise<Result<string, SignInRefusal>> {
    const account = given.account.trim().toLowerCase();
    const waitSeconds = await this.attempts.begin(tenant, account, address);
    if (waitSeconds > 0) return fail(tooMany(waitSeconds));
    const stored = await this.credentials.byAccount(tenant, account);
    if (!(await this.passwords.verify(stored?.hash, password)) || !stored) return fail(WRONG);
    await this.attempts.succeeded(tenant, account, address);
    return ok(await this.sessions.open(tenant, stored.personId));
  }
}

/** The same words for an unknown account and a wrong password. */
const WRONG: SignInRefusal = {
  code: 'wrong-credentials',
  message: '账号或密码不正确',
  cure: '请检查大小写后重新输入；忘记密码请联系本单位管理员。',
  waitSeconds: 0,
};

const tooMany = (waitSeconds: number): SignInRefusal => ({
  code: 'too-many-attempts',
  message: '输错次数过多，请稍后再试',
  cure: `请等待 ${waitSeconds < 60 ? `${waitSeconds} 秒` : `${Math.ceil(waitSeconds / 60)} 分钟`}后再登录；忘记密码请联系本单位管理员。`,
  waitSeconds,
});
