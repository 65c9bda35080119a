import type { ReactNode } from 'react';
import { Alert, Button, DatePicker, Form, Input, Popconfirm } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { explain, type PlanDraft } from '@chengban/web';
import { LinkButton } from '../page/link-button';
import { Panel } from '../page/panel';
import { useConfirmPlan } from '../queries/plan-drafts';

interface Values {
  title: string;
  code: string;
  period: [Dayjs, Dayjs];
}

/** The last step: name, number and period of the plan; from here on it is live and its obligations are handed out. */
export function ConfirmPanel({ draft }: { draft: PlanDraft }): ReactNode {
  const [form] = Form.useForm<Values>();
  const confirm = useConfirmPlan(draft.id);
  if (confirm.data) {
    return (
      <div role="status" style={{ marginTop: 16 }}>
        <Alert
          type="success"
          showIcon
          title="实施方案已生效"
          description={`已生成 ${confirm.data.obligationCount} 项承办事项，各责任单位可以开始填报。`}
          action={<LinkButton to={`/obligations?plan=${confirm.data.planId}`}>查看任务清单</LinkButton>}
        />
      </div>
    );
  }
  if (draft.status === 'confirmed') {
    return <Alert style={{ marginTop: 16 }} type="info" showIcon title="这份清单已经确认生效，不能再修改" />;
  }
  const errors = draft.reading.findings.filter((finding) => finding.severity === 'error').length;
  const send = ({ title, code, period }: Values): void =>
    confirm.press({
      title: title.trim(),
      code: code.trim(),
      periodFrom: period[0].format('YYYY-MM-DD'),
      periodTo: period[1].format('YYYY-MM-DD'),
    });
  const failure = confirm.error && explain(confirm.error);
  return (
    <Panel title="确认生效">
      <Form
        form={form}
        layout="vertical"
        onFinish={send}
        initialValues={{
          title: draft.fileName.replace(/\.[^.]+$/, ''),
          period: periodOf(draft),
        }}
        className="confirm-form"
      >
        <Form.Item
          name="title"
          label="方案名称"
          rules={[{ required: true, whitespace: true, message: '请填写方案名称' }, { max: 200 }]}
        >
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item
          name="code"
          label="编号前缀"
          extra="承办事项编号的开头，如“台执督”"
          rules={[
            { required: true, message: '请填写编号前缀' },
            { pattern: /^[\p{L}\p{N}]{1,12}$/u, message: '1 到 12 个汉字、字母或数字' },
          ]}
        >
          <Input maxLength={12} />
        </Form.Item>
        <Form.Item name="period" label="实施期间" rules={[{ required: true, message: '请选择实施期间' }]}>
          <DatePicker.RangePicker style={{ width: '100%' }} />
        </Form.Item>
      </Form>
      {failure && (
        <Alert
          role="alert"
          type="error"
          showIcon
          title={failure.title}
          description={failure.detail}
          style={{ marginBottom: 16 }}
        />
      )}
      {errors > 0 && (
        <Alert
          type="warning"
          showIcon
          title={`还有 ${errors} 个必须处理的问题，处理后才能确认`}
          style={{ marginBottom: 16 }}
        />
      )}
      <Popconfirm
        title="确认后方案立即生效"
        description="将按读取结果给各单位生成承办事项。"
        okText="确认生效"
        cancelText="再核对一下"
        onConfirm={() => form.submit()}
      >
        <Button type="primary" size="large" loading={confirm.isPending} disabled={errors > 0}>
          确认并生成承办事项
        </Button>
      </Popconfirm>
    </Panel>
  );
}

/** From the first to the last year that the document names; a proposal, as everything that was read. */
function periodOf({ reading }: PlanDraft): [Dayjs, Dayjs] {
  const days = reading.measures.flatMap((measure) => measure.deadline.milestones.flatMap((one) => one.due ?? []));
  const years = days.map((day) => Number(day.slice(0, 4)));
  const [first, last] = years.length ? [Math.min(...years), Math.max(...years)] : [dayjs().year(), dayjs().year()];
  return [dayjs(`${first}-01-01`), dayjs(`${last}-12-31`)];
}
