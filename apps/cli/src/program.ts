import { Command } from 'commander';
import { registerFlowCommands } from './flow-commands.js';
import { planRead } from './plan-read.js';

const HEADINGS: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

/** The whole command line. Commands set the process's exit code and never end the process, so that output is written out. */
export function makeProgram(): Command {
  const program = new Command('chengban')
    .description('承办：政府工作任务的流程与督办')
    .usage('<命令> [选项]')
    .helpOption('-h, --help', '显示用法')
    .helpCommand(false)
    .configureHelp({ styleTitle: (title) => HEADINGS[title] ?? title })
    // what the parser says in English is replaced by our sentence, see main.ts
    .configureOutput({ outputError: () => undefined })
    .exitOverride();

  const plan = program.command('plan').description('实施方案').usage('<命令> [选项]').helpCommand(false);
  plan
    .command('read')
    .description('读取任务清单（.txt、.tsv、.docx、.xlsx），显示读出的内容、修复和问题；不写数据库')
    .argument('<文件>', '任务清单')
    .usage('<文件> [选项]')
    .option('--json', '以 JSON 输出')
    .action(async (file: string, options: { json?: boolean }) => {
      process.exitCode = await planRead(file, options);
    });
  registerFlowCommands(program);
  return program;
}
