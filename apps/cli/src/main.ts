import { CommanderError } from 'commander';
import { EXIT } from './exit-code.js';
import { makeProgram } from './program.js';
import { usageError } from './usage-error.js';

try {
  await makeProgram().parseAsync(process.argv);
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  if (error.exitCode !== 0) {
    console.error(usageError(error));
    process.exitCode = EXIT.unusable;
  }
}
