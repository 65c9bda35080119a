import { useState, type ReactNode } from 'react';
import { Alert, Button, Checkbox, Select, Space } from 'antd';
import { PlusOutlined } from '@ant-design/icons';
import { explain, type MeasureReading, type PlanDraft } from '@chengban/web';
import { useCorrectMeasure } from '../queries/plan-drafts';
import { useUnits } from '../queries/plans';
import { checkedDeadline, type DeadlineEdit, type MilestoneEdit } from './deadline-words';
import { MilestoneEditor } from './milestone-editor';

interface Props {
  draft: PlanDraft;
  measure: MeasureReading;
  onClose: () => void;
}

/** Corrects the units and the deadline of one measure where they stand; the document's own words stay beside it. */
export function MeasureEditor({ draft, measure, onClose }: Props): ReactNode {
  const known = useUnits().data ?? [];
  const [units, setUnits] = useState<readonly string[]>(measure.units);
  const [deadline, setDeadline] = useState<DeadlineEdit>(measure.deadline);
  const [problem, setProblem] = useState<string | null>(null);
  const correct = useCorrectMeasure(draft, onClose);
  const names = [
    ...new Set([...draft.reading.measures.flatMap((one) => one.units), ...known.map((unit) => unit.name)]),
  ];
  const setMilestone = (index: number, milestone: MilestoneEdit | null): void =>
    setDeadline((now) => ({
      ...now,
      milestones: now.milestones.flatMap((one, at) => (at === index ? (milestone ? [milestone] : []) : [one])),
    }));
  const keep = (): void => {
    const checked = checkedDeadline(deadline);
    const found = units.length === 0 ? '请至少选择一个责任单位。' : 'problem' in checked ? checked.problem : null;
    setProblem(found);
    if (!found && 'deadline' in checked)
      correct.press({ no: measure.no, units: [...units], deadline: checked.deadline });
  };
  const failure = correct.error && explain(correct.error);
  return (
    <div className="measure-editor">
      <label htmlFor={`units-${measure.no}`}>责任单位</label>
      <Select
        id={`units-${measure.no}`}
        mode="multiple"
        style={{ width: '100%' }}
        value={[...units]}
        options={names.map((name) => ({ value: name, label: name }))}
        onChange={(value: string[]) => setUnits(value)}
      />
      <p className="editor-label">完成时限</p>
      {deadline.milestones.map((milestone, index) => (
        <MilestoneEditor
          key={index}
          no={index + 1}
          milestone={milestone}
          onChange={(next) => setMilestone(index, next)}
        />
      ))}
      <Space wrap>
        <Button
          size="small"
          icon={<PlusOutlined />}
          onClick={() => setDeadline((now) => ({ ...now, milestones: [...now.milestones, { requirement: '' }] }))}
        >
          增加时限
        </Button>
        <Checkbox
          checked={deadline.ongoing}
          onChange={(event) => setDeadline((now) => ({ ...now, ongoing: event.target.checked }))}
        >
          持续推进
        </Checkbox>
      </Space>
      <div aria-live="assertive">
        {(problem || failure) && (
          <Alert
            type="error"
            showIcon
            title={problem ?? failure?.title}
            description={problem ? undefined : failure?.detail}
          />
        )}
      </div>
      <Space>
        <Button type="primary" onClick={keep} loading={correct.isPending}>
          保存更正
        </Button>
        <Button onClick={onClose}>取消</Button>
      </Space>
    </div>
  );
}
