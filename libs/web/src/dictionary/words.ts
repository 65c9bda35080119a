import type { Verb } from '../api/types';

export { ROLES as roles } from '@chengban/domain';

/** What the page says once an act is done, before it tells where the matter went. */
export const done: Record<Verb, string> = {
  start: '已开始填报',
  extend: '已开始申请延期',
  claim: '已签收',
  release: '已退还，本单位其他经办人可以签收',
  save: '草稿已保存',
  submit: '报送成功',
  approve: '办理成功',
  return: '已退回',
  reject: '已不予通过',
  transfer: '已转办',
  delegate: '已委派，对方回复后再由您决定',
  reply: '已回复委派',
  addSigner: '已加签',
  removeSigner: '已减签',
  withdraw: '已撤回',
  cancel: '已撤销',
  terminate: '已终止',
  reopen: '已重开',
  urge: '已催办',
  reroute: '已提出调度，等另一位管理员确认',
  confirmReroute: '已调度',
  dropReroute: '已取消调度',
  handOver: '已交接',
};

export const product = { name: '承办', full: '承办 · 重点任务督办平台' };
