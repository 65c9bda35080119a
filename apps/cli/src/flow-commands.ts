import type { Command } from 'commander';
import { flowCheck } from './flow-check.js';
import { flowExplain } from './flow-explain.js';
import { flowRun } from './flow-run.js';

/** `chengban flow check|run|explain FILE`: the same reader, checks and steps as the server, without a database. */
export function registerFlowCommands(program: Command): void {
  const flow = program.command('flow').description('流程图').usage('<命令> [选项]').helpCommand(false);
  flow
    .command('check')
    .description('检查流程图（.bpmn）能不能发布、走不走得通，列出问题、改法和反例')
    .argument('<文件>', 'BPMN 流程图')
    .usage('<文件> [选项]')
    .option('--json', '以 JSON 输出')
    .action(async (file: string, options: { json?: boolean }) => {
      process.exitCode = await flowCheck(file, options);
    });
  flow
    .command('run')
    .description('按脚本在虚拟时钟上试跑，打印经过；没有脚本时用同一文件夹里的 scenarios.yaml，再没有就跑到第一次等待')
    .argument('<文件>', 'BPMN 流程图，或它旁边的场景文件')
    .usage('<文件> [选项]')
    .option('--script <文件>', '脚本：一个场景或多个场景（YAML）')
    .option('--scenarios <文件>', '同 --script')
    .option('--calendar <文件>', '本地工作日历（YAML），优先于国务院放假通知')
    .option('--json', '以 JSON 输出')
    .action(
      async (file: string, options: { json?: boolean; script?: string; scenarios?: string; calendar?: string }) => {
        process.exitCode = await flowRun(file, options);
      },
    );
  flow
    .command('explain')
    .description('用中文说明流程的每一步：谁办理、限多久、退回到哪里、之后到哪里')
    .argument('<文件>', 'BPMN 流程图')
    .usage('<文件> [选项]')
    .option('--json', '以 JSON 输出')
    .action(async (file: string, options: { json?: boolean }) => {
      process.exitCode = await flowExplain(file, options);
    });
}
