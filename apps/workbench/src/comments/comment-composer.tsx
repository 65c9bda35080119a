import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { App, Button, Mentions, Radio, Upload } from 'antd';
import { CloseOutlined, PaperClipOutlined } from '@ant-design/icons';
import { formatSize, type Audience, type Comment, type FoundPerson } from '@chengban/web';
import { usePeople, useSay } from '../queries/comments';
import { calledIn, mentionedIn } from './mentions';
import { useCommentFiles } from './use-comment-files';

const MAX = 2000;
const EVERYBODY = 'matter';

interface Props {
  instanceId: string;
  audiences: Audience[];
  answered: Comment | null;
  onDone: () => void;
}

const keyOf = ({ scope, unit }: Audience): string => (scope === 'unit' && unit ? unit.id : EVERYBODY);

/** Where one writes: the words with @ for people, who reads them, files. Ctrl and Enter sends. */
export function CommentComposer({ instanceId, audiences, answered, onDone }: Props): ReactNode {
  const { message } = App.useApp();
  // an answer never tells more people than what it answers
  const inside = answered?.scope === 'unit' ? answered.unit?.id : undefined;
  const offered = inside === undefined ? audiences : audiences.filter((audience) => keyOf(audience) === inside);
  const [text, setText] = useState('');
  const [to, setTo] = useState(inside ?? EVERYBODY);
  const [words, setWords] = useState<string | null>(null);
  const chosen = useRef(new Map<string, string>());
  const files = useCommentFiles(instanceId);
  const box = useRef<HTMLElement>(null);
  const audience = offered.find((one) => keyOf(one) === to) ?? offered[0];
  const unitId = audience?.unit?.id;
  const search = { of: 'comments' as const, words: words ?? '', scope: audience?.scope, ...(unitId && { unitId }) };
  const people = usePeople(instanceId, search, words !== null);
  const say = useSay(instanceId, () => {
    setText('');
    chosen.current.clear();
    files.clear();
    onDone();
  });
  useEffect(() => {
    if (answered) box.current?.querySelector('textarea')?.focus();
  }, [answered]);
  const send = (): void => {
    if (!text.trim()) return void message.warning('请先写内容');
    if (files.busy) return void message.warning('附件还在上传，请稍候再发送');
    if (!audience) return;
    say.press({
      text: text.trim(),
      scope: audience.scope,
      ...(unitId && { unitId }),
      ...(answered && { replyTo: answered.id }),
      mentionIds: mentionedIn(text, chosen.current),
      fileIds: files.arrived.map((file) => file.id),
    });
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
  };
  const found = people.data ?? [];
  // antd gives options keys of its own: what is chosen is known by what will stand in the text
  const called = new Map(found.map((person) => [calledIn(person, found), person]));
  return (
    <section className="composer" aria-label="发言" ref={box} onKeyDown={keys}>
      {answered && (
        <p className="composer-answer">
          回复 {answered.author.name}：{answered.text?.slice(0, 40)}
          <Button type="link" size="small" onClick={onDone}>
            取消回复
          </Button>
        </p>
      )}
      <Mentions
        value={text}
        onChange={setText}
        autoSize={{ minRows: 3, maxRows: 10 }}
        maxLength={MAX}
        placeholder="写下要说明或商量的内容，用 @ 提到要通知的人"
        aria-label="沟通内容"
        loading={people.isFetching}
        // what is shown while the next answer is on its way must fit what was typed meanwhile
        filterOption={(typed, option) => fits(typed, called.get(option.value ?? ''))}
        notFoundContent={people.isFetching ? '正在查找…' : '没有找到能看到这条消息的人'}
        onSearch={setWords}
        onSelect={({ value = '' }) => {
          const person = called.get(value);
          if (person) chosen.current.set(value, person.id);
        }}
        options={[...called].map(([value, person]) => ({
          value,
          label: (
            <span className="mention-option">
              {person.name} <small>{person.seats.join('、')}</small>
            </span>
          ),
        }))}
      />
      {files.files.length > 0 && (
        <ul className="comment-files">
          {files.files.map((file) => (
            <li key={file.key} className={file.error ? 'comment-file-refused' : undefined}>
              <PaperClipOutlined aria-hidden />
              <span>{file.name}</span>
              <span>{file.error ?? (file.done ? formatSize(file.done.size) : '正在上传…')}</span>
              <Button
                type="text"
                size="small"
                icon={<CloseOutlined />}
                aria-label={`移除 ${file.name}`}
                onClick={() => files.drop(file.key)}
              />
            </li>
          ))}
        </ul>
      )}
      <div className="composer-bar">
        <Radio.Group
          value={audience && keyOf(audience)}
          onChange={(event) => setTo(event.target.value)}
          aria-label="谁能看到"
        >
          {offered.map((one) => (
            <Radio key={keyOf(one)} value={keyOf(one)}>
              {one.scope === 'unit' ? `仅${one.unit?.name}` : '所有能看这件事的人'}
            </Radio>
          ))}
        </Radio.Group>
        <span className="composer-buttons">
          <Upload
            multiple
            showUploadList={false}
            beforeUpload={(file) => {
              files.add(file);
              return false;
            }}
          >
            <Button icon={<PaperClipOutlined aria-hidden />}>附件</Button>
          </Upload>
          <Button type="primary" loading={say.isPending} onClick={send}>
            发送
          </Button>
        </span>
      </div>
      <p className="composer-help">{audience && explained(audience)} 发出后不能修改，2 分钟内可以撤回。</p>
    </section>
  );
}

const fits = (typed: string, person: FoundPerson | undefined): boolean =>
  [person?.name, ...(person?.seats ?? [])].some((word) => word?.includes(typed.trim()));

const explained = ({ scope, unit }: Audience): string =>
  scope === 'unit'
    ? `只有${unit?.name}的人能看到；市司法局、领导和其他单位都看不到。`
    : '责任单位、参与办理的单位、市司法局、领导和收到抄送的人都能看到。';
