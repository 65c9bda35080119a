const NAMES: Readonly<Record<string, string>> = {
  start: '开始填报',
  timedStart: '定时开始',
  messageStart: '由消息开始',
  signalStart: '由信号开始',
  claim: '签收',
  release: '退还',
  save: '保存草稿',
  submit: '报送',
  approve: '同意',
  return: '退回',
  timer: '时限已到',
  job: '系统办理',
  message: '收到消息',
  signal: '收到信号',
  retry: '重试',
  unassigned: '转流程管理员',
  incident: '流程异常',
  end: '办结',
};

/** The verb as people read it. @param label how the drawing names it at this node */
export const verbName = (verb: string, label?: string): string => label ?? NAMES[verb] ?? verb;
