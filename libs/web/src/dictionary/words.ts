import type { Verb } from '../api/types';

export { ROLES as roles } from '@chengban/domain';

/** What the page says once an act is done, before it tells where the matter went. */
export const done: Record<Verb, string> = {
  start: '已开始填报',
  claim: '已签收',
  release: '已退还，本单位其他经办人可以签收',
  save: '草稿已保存',
  submit: '报送成功',
  approve: '办理成功',
  return: '已退回',
};

export const product = { name: '承办', full: '承办 · 重点任务督办平台' };
