/** What every command answers to the shell. Warnings alone are good: they ask for a look, not for a repair. */
export const EXIT = { good: 0, findings: 1, unusable: 2 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
