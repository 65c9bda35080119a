import type { Refusal } from '../shared/refusal.js';

export const wrongDefinition = (): Refusal => ({
  code: 'wrong-definition',
  message: '这个流程实例属于另一个版本的流程，没有执行。',
  cure: '请刷新页面后重试；仍然出现请联系流程管理员。',
});
export const brokenMarking = (): Refusal => ({
  code: 'broken-marking',
  message: '流程实例的运行位置与流程图对不上，没有执行。',
  cure: '请联系流程管理员核对这个实例的流程版本。',
});
export const unknownNode = (nodeId: string): Refusal => ({
  code: 'unknown-node',
  message: `流程里没有节点“${nodeId.slice(0, 60)}”。`,
  cure: '请刷新页面，从待办列表重新打开。',
});
export const notActive = (name: string): Refusal => ({
  code: 'not-active',
  message: `“${name}”现在不在办理中，可能已经办完或被取消。`,
  cure: '请刷新页面查看最新进度。',
});
export const notATask = (name: string): Refusal => ({
  code: 'not-a-task',
  message: `“${name}”不是可以办理的节点。`,
  cure: '请从待办列表打开要办理的事项。',
});
export const completed = (): Refusal => ({
  code: 'instance-completed',
  message: '这个流程已经办结，不能再办理。',
  cure: '需要修改的，请联系市司法局重开。',
});
export const endless = (): Refusal => ({
  code: 'endless-loop',
  message: '流程在网关之间不停地转，停不下来，这一步没有执行。',
  cure: '请联系流程管理员检查流程图里的循环条件。',
});
export const nobodyWaits = (name: string): Refusal => ({
  code: 'nobody-waits',
  message: `这个流程现在没有在等“${name.slice(0, 60)}”。`,
  cure: '请刷新页面查看最新进度。',
});
export const cannotKeep = (name: string, problem: string): Refusal => ({
  code: 'expression-problem',
  message: `“${name}”发生时要留下的${problem}。这一步没有执行。`,
  cure: '请补正算它用到的内容后重试；流程图写错的，请流程管理员改正后发布新版本。',
});
export const inputsMissing = (message: string): Refusal => ({
  code: 'expression-problem',
  message: `${message}现在不能退到它里面去。`,
  cure: '请补正算它用到的内容后重试；流程图写错的，请流程管理员改正后发布新版本。',
});
export const returnInParallel = (): Refusal => ({
  code: 'return-parallel',
  message: '还有别的并行环节没有办完，现在不能退回。',
  cure: '请等并行环节都办完，或请流程管理员在流程图上画出退回的路线。',
});
export const outOfReach = (name: string): Refusal => ({
  code: 'return-out-of-reach',
  message: `从这里不能直接退到“${name}”。`,
  cure: '请流程管理员在流程图上画出退回的路线。',
});
export const whileUndoing = (): Refusal => ({
  code: 'while-undoing',
  message: '流程正在撤消已经完成的环节，现在不能退回或撤回。',
  cure: '请稍后刷新页面再试。',
});
