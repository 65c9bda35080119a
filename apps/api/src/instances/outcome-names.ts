const NAMES: Readonly<Record<string, string>> = {
  accepted: '通过',
  filed: '已备案',
  extended: '已延期',
  unchanged: '完成时限不变',
  rejected: '不予通过',
  failed: '异常终止',
  withdrawn: '已撤销',
  cancelled: '已撤销',
  terminated: '已终止',
};

/** An outcome drawn by an administrator is shown as it was drawn. */
export const outcomeName = (outcome: string | null): string =>
  outcome === null ? '办结' : (NAMES[outcome] ?? outcome);
