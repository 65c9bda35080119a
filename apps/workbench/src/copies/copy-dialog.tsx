import { useState, type ReactNode } from 'react';
import { Button, Form, Input, Modal, Radio, Select, Tag } from 'antd';
import { roles as ROLES, type FoundPerson, type MadeCopies, type Role } from '@chengban/web';
import { usePeople } from '../queries/comments';
import { useMakeCopies, useSentCopies } from '../queries/copies';
import { useUnits } from '../queries/plans';

interface Props {
  instanceId: string;
  onClose: () => void;
  onDone: (made: MadeCopies) => void;
}

interface UnitRole {
  unitId: string;
  role: Role;
}

const KINDS = [
  { value: 'cc', label: '抄送' },
  { value: 'circulate', label: '传阅' },
] as const;

const HELP = {
  cc: '对方只需阅读，打开即算已阅。',
  circulate: '对方阅后要签署一句意见，例如“已阅。”',
} as const;

/** 抄送 or 传阅: to whom, by name or by role, and a word with it. */
export function CopyDialog({ instanceId, onClose, onDone }: Props): ReactNode {
  // the drawing may leave one of the two out where the matter stands
  const offered = useSentCopies(instanceId).data?.kinds ?? ['cc', 'circulate'];
  const [chosen, setKind] = useState<'cc' | 'circulate' | null>(null);
  const kind = chosen ?? offered[0] ?? 'cc';
  const [people, setPeople] = useState<{ value: string; label: string }[]>([]);
  const [chosenRoles, setRoles] = useState<UnitRole[]>([]);
  const [note, setNote] = useState('');
  const [words, setWords] = useState('');
  const [nobody, setNobody] = useState(false);
  const found = usePeople(instanceId, { of: 'copies', words }, true);
  const make = useMakeCopies(instanceId, onDone);
  const send = (): void => {
    const empty = people.length === 0 && chosenRoles.length === 0;
    setNobody(empty);
    if (!empty) make.press({ kind, personIds: people.map((one) => one.value), roles: chosenRoles, note: note.trim() });
  };
  return (
    <Modal
      title="抄送 / 传阅"
      open
      width={600}
      onCancel={onClose}
      onOk={send}
      okText={kind === 'cc' ? '抄送' : '传阅'}
      cancelText="取消"
      confirmLoading={make.isPending}
    >
      <Form layout="vertical" component="div">
        <Form.Item label="方式" extra={HELP[kind]}>
          <Radio.Group
            value={kind}
            onChange={(event) => setKind(event.target.value)}
            aria-label="方式"
            options={KINDS.filter(({ value }) => offered.includes(value))}
          />
        </Form.Item>
        <Form.Item
          label="接收人"
          htmlFor="copy-people"
          extra="接收人从此可以看这一件事，看不到草稿，也不能办理。"
          validateStatus={nobody ? 'error' : undefined}
          help={nobody ? '请选择至少一位接收人，或增加一个岗位' : undefined}
        >
          <Select
            id="copy-people"
            mode="multiple"
            labelInValue
            showSearch={{ filterOption: false, onSearch: setWords }}
            value={people}
            onChange={(chosen) => {
              setPeople(chosen);
              setNobody(false);
              setWords('');
            }}
            loading={found.isFetching}
            placeholder="输入姓名或单位查找"
            notFoundContent={found.isFetching ? '正在查找…' : '没有找到'}
            options={(found.data ?? []).map((person) => ({ value: person.id, label: called(person) }))}
          />
        </Form.Item>
        <RoleChooser
          chosen={chosenRoles}
          onChange={(next) => {
            setRoles(next);
            setNobody(false);
          }}
        />
        <Form.Item label="附言（可不填）" htmlFor="copy-note" style={{ marginBottom: 0 }}>
          <Input.TextArea
            id="copy-note"
            value={note}
            maxLength={500}
            autoSize={{ minRows: 2, maxRows: 5 }}
            placeholder="请知悉。"
            onChange={(event) => setNote(event.target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}

const called = ({ name, seats }: FoundPerson): string => (seats[0] ? `${name}（${seats[0]}）` : name);

/** Everybody who holds a role in a unit, as one recipient. */
function RoleChooser({ chosen, onChange }: { chosen: UnitRole[]; onChange: (next: UnitRole[]) => void }): ReactNode {
  const units = useUnits().data ?? [];
  const [unitId, setUnit] = useState<string | null>(null);
  const [role, setRole] = useState<Role | null>(null);
  const same = (one: UnitRole, other: UnitRole): boolean => one.unitId === other.unitId && one.role === other.role;
  const add = (): void => {
    if (!unitId || !role) return;
    const next = { unitId, role };
    if (!chosen.some((one) => same(one, next))) onChange([...chosen, next]);
    setRole(null);
  };
  return (
    <Form.Item label="或者某单位某岗位的所有人">
      <div className="copy-roles">
        <Select
          aria-label="单位"
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="单位"
          value={unitId}
          onChange={setUnit}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Select
          aria-label="岗位"
          placeholder="岗位"
          value={role}
          onChange={setRole}
          options={Object.entries(ROLES).map(([value, label]) => ({ value: value as Role, label }))}
        />
        <Button onClick={add} disabled={!unitId || !role}>
          增加
        </Button>
      </div>
      {chosen.map((one) => (
        <Tag
          key={`${one.unitId}/${one.role}`}
          closable
          onClose={() => onChange(chosen.filter((other) => !same(one, other)))}
        >
          {units.find((unit) => unit.id === one.unitId)?.name} 全体{ROLES[one.role]}
        </Tag>
      ))}
    </Form.Item>
  );
}
