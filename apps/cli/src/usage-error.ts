import type { CommanderError } from 'commander';

const SENTENCES: Readonly<Record<string, string>> = {
  'commander.missingArgument': '缺少参数。',
  'commander.excessArguments': '参数太多。',
  'commander.unknownOption': '没有这个选项。',
  'commander.unknownCommand': '没有这个命令。',
  'commander.optionMissingArgument': '选项后面缺少内容。',
  'commander.invalidArgument': '参数的内容不对。',
  'commander.help': '请写明要执行的命令。',
};

/** The Chinese sentence for a command line that cannot be understood. */
export const usageError = (error: CommanderError): string =>
  `${SENTENCES[error.code] ?? '命令写法不对。'}用 chengban --help 或 chengban <命令> --help 查看用法。`;
