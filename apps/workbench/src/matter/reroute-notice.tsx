import type { ReactNode } from 'react';
import { Alert, App, Button, Space } from 'antd';
import { done, explainInOneLine, formatInstant, type Instance } from '@chengban/web';
import { RefusableButton } from '../handling/refusable-button';
import { useMatterAct } from '../queries/matter';
import { afterWords } from '../verbs/after-words';

/** A move of the flow that waits for a second administrator; shown to those who may confirm or drop it. */
export function RerouteNotice({ instance }: { instance: Instance | undefined }): ReactNode {
  return instance?.reroute ? <Asked instance={instance} reroute={instance.reroute} /> : null;
}

function Asked({ instance, reroute }: { instance: Instance; reroute: NonNullable<Instance['reroute']> }): ReactNode {
  const { message } = App.useApp();
  const act = useMatterAct(instance.id, () => instance.revision, {
    onDone: (answer, { verb }) => void message.success(afterWords(verb, done[verb], answer)),
    onRefused: (error) => void message.error(explainInOneLine(error)),
  });
  const confirm = instance.offers.find(({ verb }) => verb === 'confirmReroute');
  const drop = instance.offers.find(({ verb }) => verb === 'dropReroute');
  if (!confirm && !drop) return null;
  const { by, from, to, reason, at } = reroute;
  const pending = act.isPending ? act.variables.verb : null;
  return (
    <Alert
      className="reroute-notice"
      style={{ marginBottom: 16 }}
      type="warning"
      showIcon
      role="status"
      title={`${by.name}拟把“${from}”调到“${to}”，请另一位管理员确认`}
      description={`原因：${reason}（${formatInstant(at)}）`}
      action={
        <Space wrap>
          {drop && (
            <Button loading={pending === 'dropReroute'} onClick={() => act.press({ verb: 'dropReroute' })}>
              取消调度
            </Button>
          )}
          {confirm && (
            <RefusableButton
              offer={confirm}
              type="primary"
              loading={pending === 'confirmReroute'}
              onPress={() => act.press({ verb: 'confirmReroute' })}
            />
          )}
        </Space>
      }
    />
  );
}
