import { lazy, Suspense, type ReactNode } from 'react';
import { civilDateInShanghai } from '@chengban/domain';
import { Alert, App, Form, Input, Modal, Radio, Select, type DatePickerProps } from 'antd';
import { useQuery } from '@tanstack/react-query';
import dayjs from 'dayjs';
import { explain } from '../api/api-problem';
import { useApi } from '../api/api-context';
import type { DeputyRule, Definition } from '../api/types';
import { useAct } from '../api/use-act';
import { dateAsText } from '../form/day-field';
import { PersonSelect } from '../form/named-select';
import './deputies.css';
import { deputyDays } from './deputy-words';
import { PeopleSource } from './people-source';
import { useDeputiesChanged } from './use-deputies';

const DateField = lazy(() => import('../form/date-field'));

interface Props {
  /** a flow administrator says who is away; everybody else is it */
  forOthers: boolean;
  onClose: () => void;
}

interface Values {
  principalId?: string;
  deputyId: string;
  from: string;
  to: string;
  scope: 'all' | 'some';
  definitionKeys?: string[];
  reason: string;
}

/** 设置代理: who, which days, which flows, why. */
export function DeputyDialog({ forOthers, onClose }: Props): ReactNode {
  const [form] = Form.useForm<Values>();
  const scope = Form.useWatch('scope', form) ?? 'all';
  const from = Form.useWatch('from', form);
  const today = civilDateInShanghai(Date.now());
  const make = useMaking(onClose);
  const flows = useFlowNames(scope === 'some');
  const away = forOthers ? '被代理人' : '您';
  return (
    <Modal
      open
      title={forOthers ? '替不在岗的同事设置代理' : '设置代理'}
      okText="设置代理"
      cancelText="取消"
      confirmLoading={make.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="deputy-dialog-lead">
        {`代理期间，${away}的待办同时出现在代理人的待办里，流转记录写明谁代谁办理；${away}自己仍然可以办理。`}
        代理不会再转给第三人；起草过材料的人，代理时也不能审核它。
      </p>
      {make.error && <Refused error={make.error} />}
      <PeopleSource>
        <Form<Values>
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ from: today, scope: 'all' }}
          onFinish={(values) => make.press(values)}
        >
          {forOthers && (
            <Form.Item name="principalId" label="被代理人" rules={[{ required: true, message: '请选择谁不在岗' }]}>
              <PersonSelect several={false} label="被代理人" />
            </Form.Item>
          )}
          <Form.Item name="deputyId" label="代理人" rules={[{ required: true, message: '请选择由谁代为办理' }]}>
            <PersonSelect several={false} label="代理人" />
          </Form.Item>
          <div className="deputy-dialog-days">
            <Form.Item name="from" label="第一天" {...dateAsText} rules={[{ required: true, message: '请选择第一天' }]}>
              <Day minDate={dayjs(today)} />
            </Form.Item>
            <Form.Item
              name="to"
              label="最后一天（这一天仍然有效）"
              {...dateAsText}
              rules={[{ required: true, message: '请选择最后一天' }]}
            >
              <Day
                minDate={dayjs(from || today)}
                maxDate={dayjs(from || today)
                  .add(1, 'year')
                  .subtract(1, 'day')}
              />
            </Form.Item>
          </div>
          <Form.Item name="scope" label="代理哪些待办">
            <Radio.Group
              options={[
                { value: 'all', label: '全部流程' },
                { value: 'some', label: '选定的流程' },
              ]}
            />
          </Form.Item>
          {scope === 'some' && (
            <Form.Item name="definitionKeys" label="流程" rules={[{ required: true, message: '请至少选择一个流程' }]}>
              <Select
                mode="multiple"
                options={flows.data?.map(({ key, name }) => ({ value: key, label: name }))}
                loading={flows.isPending}
                placeholder="请选择流程"
                aria-label="流程"
                showSearch={{ optionFilterProp: 'label' }}
              />
            </Form.Item>
          )}
          <Form.Item
            name="reason"
            label="原因"
            rules={[{ required: true, whitespace: true, min: 2, message: '请写明原因，至少两个字，例如：出差' }]}
          >
            <Input maxLength={200} placeholder="例如：出差、休假、学习" />
          </Form.Item>
        </Form>
      </PeopleSource>
    </Modal>
  );
}

/** Form.Item hands `value` and `onChange` to its own child, so the wait for the picker is inside it. */
const Day = (props: DatePickerProps): ReactNode => (
  <Suspense fallback={<Input disabled />}>
    <DateField {...props} style={{ width: '100%' }} />
  </Suspense>
);

function Refused({ error }: { error: unknown }): ReactNode {
  const { title, detail } = explain(error);
  return (
    <div role="alert" className="deputy-dialog-refused">
      <Alert type="error" showIcon title={title} description={detail || undefined} />
    </div>
  );
}

function useMaking(onMade: () => void) {
  const changed = useDeputiesChanged();
  const { message } = App.useApp();
  return useAct<Values, DeputyRule>(
    'make-deputy',
    (api, { scope, definitionKeys, ...values }, idempotencyKey) =>
      api.send('POST', '/deputies', {
        body: { ...values, definitionKeys: scope === 'all' ? null : (definitionKeys ?? []) },
        idempotencyKey,
      }),
    {
      onSuccess: ({ deputy, principal, ...days }) => {
        changed();
        void message.success(`${deputyDays(days)}由${deputy.name}代理${principal.name}`);
        onMade();
      },
    },
  );
}

function useFlowNames(enabled: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: ['definitions', 'names'],
    enabled,
    queryFn: ({ signal }) => api.all<Definition>('/definitions', {}, signal),
  });
}
