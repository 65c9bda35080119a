import type { Problems } from '../problems/problems-context.js';

/** Why the drawing cannot be published now, in words for the button; null when it can. */
export function publishHindrance(now: { problems: Problems; edited: boolean; basedOn: number }): string | null {
  const errors = now.problems.findings.filter((finding) => finding.severity === 'error').length;
  if (errors > 0) return `还有 ${errors} 个必须处理的问题，处理完才能发布`;
  if (now.basedOn > 0 && !now.edited) return '还没有修改，不需要发布';
  return null;
}
