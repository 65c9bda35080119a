import type { Command } from 'commander';
import { flowCheck } from './flow-check.js';
import { flowExplain } from './flow-explain.js';
import { flowRun } from './flow-run.js';

/** `chengban flow check|run|explain FILE`: the same reader, checks and steps as the server, without a database. */
export function registerFlowCommands(program: Command): void {
  const flow = program.command('flow').description('流程图').usage('<命令> [选项]').helpCommand(false);
  flow
    .command('check')
    .description('检查流程图（.bpmn）能不能发布，列出问题和改法')
    .argument('<文件>', 'BPMN 流程图')
    .usage('<文件> [选项]')
    .option('--json', '以 JSON 输出')
    .action(async (file: string, options: { json?: boolean }) => {
      process.exitCode = await flowCheck(file, options);
    });
  flow
    .command('run')
    .description('按场景试跑流程图；不写场景文件时用同一文件夹里的 scenarios.yaml')
    .argument('<文件>', 'BPMN 流程图')
    .usage('<文件> [选项]')
    .option('--scenarios <文件>', '场景文件（YAML）')
    .option('--json', '以 JSON 输出')
    .action(async (file: string, options: { json?: boolean; scenarios?: string }) => {
      process.exitCode = await flowRun(file, options);
    });
  flow
    .command('explain')
    .description('用中文说明流程的每一步：谁办理、之后到哪里')
    .argument('<文件>', 'BPMN 流程图')
    .usage('<文件> [选项]')
    .option('--json', '以 JSON 输出')
    .action(async (file: string, options: { json?: boolean }) => {
      process.exitCode = await flowExplain(file, options);
    });
}
