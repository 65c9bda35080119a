import { sayRefused, sayRetried } from './retry-outcome.js';
import type { Trouble } from './use-incidents.js';

const trouble: Trouble = {
  id: 'i 1 job-failed',
  instance: {
    instanceId: 'i',
    revision: 4,
    obligationId: 'o',
    obligationNumber: '台执督-03-014',
    unitName: '市公安局',
    requirement: '',
    definition: { id: 'd', key: 'stage-result', name: '阶段性成果报送', version: 2 },
    since: '2025-06-01T01:00:00Z',
    incidents: [],
  },
  incident: { nodeId: 'tell', nodeName: '通知单位', token: 1, code: 'job-failed', message: '', cure: '' },
};

test('a retry that worked says that the flow goes on, and where a new trouble would show', () => {
  expect(sayRetried(trouble, 'running')).toEqual({
    tone: 'success',
    title: '台执督-03-014的“通知单位”已重试，流程继续往下走',
    detail: '如果再次停住，会重新出现在这里。',
  });
  expect(sayRetried(trouble, 'completed').title).toContain('已经办完');
});

test('a retry that changed nothing is no success', () => {
  expect(sayRetried(trouble, 'incident')).toMatchObject({
    tone: 'warning',
    title: expect.stringContaining('仍然停着'),
  });
});

test('a stale retry says that nothing was done and why', () => {
  const said = sayRefused(trouble, { stale: true, told: '内容已变化' });
  expect(said).toMatchObject({ tone: 'warning', title: '台执督-03-014刚才有了变化，这次没有重试' });
});

test('any other refusal is told in the words of the server', () => {
  const said = sayRefused(trouble, { stale: false, told: '没有权限：只有流程管理员可以处理流程异常' });
  expect(said).toMatchObject({ tone: 'error', detail: '没有权限：只有流程管理员可以处理流程异常' });
});
