import { hash, verify } from '@node-rs/argon2';

/** argon2id (the library's default kind) with OWASP's first recommendation: 19 MiB, two passes. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** How passwords are turned into what is stored. Tests that need many accounts may choose a cheaper cost. */
export class Passwords {
  private nobody: Promise<string> | undefined;

  constructor(private readonly cost: { memoryCost: number; timeCost: number; parallelism: number } = COST) {}

  hash(password: string): Promise<string> {
    return hash(password, this.cost);
  }

  /** With no stored hash (unknown account) the same work is done and the answer is no: time tells nothing. */
  async verify(stored: string | undefined, password: string): Promise<boolean> {
    this.nobody ??= this.hash('nobody has this password');
    return (await verify(stored ?? (await this.nobody), password)) && stored !== undefined;
  }
}
