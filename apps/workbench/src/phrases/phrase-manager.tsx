import { useState, type ReactNode } from 'react';
import { Button, Input, Modal, Popconfirm, Select } from 'antd';
import { DeleteOutlined, EditOutlined } from '@ant-design/icons';
import type { Phrase } from '@chengban/web';
import { Empty } from '../page/empty';
import { useChangePhrase, usePhrases } from '../queries/phrases';

const MAX = 500;
const MINE = '';

/** Looks after one's own phrases, and the unit's where one reviews for it. Shipped ones stay. */
export function PhraseManager({ open, onClose }: { open: boolean; onClose: () => void }): ReactNode {
  const phrases = usePhrases();
  const [text, setText] = useState('');
  const [owner, setOwner] = useState(MINE);
  const change = useChangePhrase(() => setText(''));
  const units = phrases.data?.units ?? [];
  const items = phrases.data?.items ?? [];
  const groups = [
    { title: '我的', items: items.filter((one) => one.owner === 'mine'), none: '还没有自己的常用意见。' },
    {
      title: '本单位的',
      items: items.filter((one) => one.owner === 'unit'),
      none: '本单位还没有，由审核人和负责人增加。',
    },
    { title: '系统提供的', items: items.filter((one) => one.owner === 'shipped'), none: '' },
  ];
  const add = (): void => {
    if (text.trim()) change.press({ kind: 'add', text: text.trim(), ...(owner !== MINE && { unitId: owner }) });
  };
  return (
    <Modal
      title="管理常用意见"
      open={open}
      onCancel={onClose}
      footer={<Button onClick={onClose}>关闭</Button>}
      width={600}
      destroyOnHidden
    >
      <div className="phrase-new">
        <Input
          value={text}
          maxLength={MAX}
          aria-label="新的常用意见"
          placeholder="写一条新的常用意见"
          onChange={(event) => setText(event.target.value)}
          onPressEnter={add}
        />
        {units.length > 0 && (
          <Select
            aria-label="存为谁的"
            value={owner}
            onChange={setOwner}
            options={[
              { value: MINE, label: '存为我的' },
              ...units.map(({ id, name }) => ({ value: id, label: `存为${name}的` })),
            ]}
          />
        )}
        <Button type="primary" loading={change.isPending} onClick={add}>
          增加
        </Button>
      </div>
      {groups.map((group) => (
        <section key={group.title} className="phrase-group" aria-label={group.title}>
          <h3>{group.title}</h3>
          {group.items.length === 0 && group.none && <Empty title={group.none} />}
          <ul>
            {group.items.map((phrase) => (
              <PhraseLine key={phrase.id} phrase={phrase} />
            ))}
          </ul>
        </section>
      ))}
    </Modal>
  );
}

function PhraseLine({ phrase }: { phrase: Phrase }): ReactNode {
  const [text, setText] = useState<string | null>(null);
  const change = useChangePhrase((made) => made.kind === 'rewrite' && setText(null));
  const save = (): void => {
    if (text?.trim()) change.press({ kind: 'rewrite', id: phrase.id, text: text.trim() });
  };
  if (text !== null) {
    return (
      <li>
        <Input
          autoFocus
          value={text}
          maxLength={MAX}
          aria-label={`修改“${phrase.text}”`}
          onChange={(event) => setText(event.target.value)}
          onPressEnter={save}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            // only the line is left, not the dialog around it
            event.stopPropagation();
            setText(null);
          }}
        />
        <Button type="link" loading={change.isPending} onClick={save}>
          保存
        </Button>
        <Button type="link" onClick={() => setText(null)}>
          取消
        </Button>
      </li>
    );
  }
  return (
    <li>
      <span className="phrase-words">
        {phrase.text}
        {phrase.unit && <small>{phrase.unit.name}</small>}
      </span>
      {phrase.mayChange && (
        <>
          <Button
            type="text"
            icon={<EditOutlined />}
            aria-label={`修改“${phrase.text}”`}
            onClick={() => setText(phrase.text)}
          />
          <Popconfirm
            title="删除这条常用意见？"
            okText="删除"
            cancelText="保留"
            onConfirm={() => change.press({ kind: 'drop', id: phrase.id })}
          >
            <Button type="text" icon={<DeleteOutlined />} aria-label={`删除“${phrase.text}”`} />
          </Popconfirm>
        </>
      )}
    </li>
  );
}
