import { useEffect, useState, type ReactNode } from 'react';
import { Button, Popconfirm, Tag } from 'antd';
import { PaperClipOutlined } from '@ant-design/icons';
import { formatInstant, formatSize, useApi, type Comment } from '@chengban/web';
import { useWithdraw } from '../queries/comments';
import { mentionParts } from './mentions';

interface Props {
  instanceId: string;
  comment: Comment;
  onAnswer?: () => void;
}

/** One thing that was said. What was taken back leaves its author and its time. */
export function CommentItem({ instanceId, comment, onAnswer }: Props): ReactNode {
  const { author, unit, scope, text, createdAt, replyTo, files } = comment;
  const withdraw = useWithdraw(instanceId);
  const may = useUntil(comment.withdrawableUntil);
  if (text === null) {
    return (
      <li className="comment comment-withdrawn">
        {author.name} 撤回了一条消息 <time dateTime={createdAt}>{formatInstant(createdAt)}</time>
      </li>
    );
  }
  return (
    <li className="comment">
      <header>
        <strong>{author.name}</strong>
        {unit && <span>{unit.name}</span>}
        <time dateTime={createdAt}>{formatInstant(createdAt)}</time>
        {scope === 'unit' && <Tag>仅{unit?.name ?? '本单位'}</Tag>}
      </header>
      {replyTo && (
        <blockquote>
          回复 {replyTo.author.name}：{replyTo.text ?? '（消息已撤回）'}
        </blockquote>
      )}
      <p>
        {mentionParts(
          text,
          comment.mentions.map((one) => one.name),
        ).map((part, index) => (part.mention ? <mark key={index}>{part.text}</mark> : part.text))}
      </p>
      {files.length > 0 && <FileLinks files={files} />}
      <div className="comment-acts">
        {onAnswer && (
          <Button type="link" size="small" onClick={onAnswer} aria-label={`回复 ${author.name}`}>
            回复
          </Button>
        )}
        {may && (
          <Popconfirm
            title="撤回这条消息？"
            description="内容不再显示，会留下“撤回了一条消息”。"
            okText="撤回"
            cancelText="保留"
            onConfirm={() => withdraw.press(comment.id)}
          >
            <Button type="link" size="small" loading={withdraw.isPending}>
              撤回
            </Button>
          </Popconfirm>
        )}
      </div>
    </li>
  );
}

function FileLinks({ files }: { files: Comment['files'] }): ReactNode {
  const api = useApi();
  return (
    <ul className="comment-files">
      {files.map((file) => (
        <li key={file.id}>
          <PaperClipOutlined aria-hidden />
          <a href={api.address(`/comments/files/${file.id}/content`)} download={file.fileName}>
            {file.fileName}
          </a>
          <span>{formatSize(file.size)}</span>
        </li>
      ))}
    </ul>
  );
}

/** True until the moment has come: the button goes when the server would refuse it. */
function useUntil(moment: string | null): boolean {
  const left = moment === null ? 0 : Date.parse(moment) - Date.now();
  const [over, setOver] = useState(left <= 0);
  useEffect(() => {
    setOver(left <= 0);
    if (left <= 0) return;
    const timer = window.setTimeout(() => setOver(true), left);
    return () => window.clearTimeout(timer);
  }, [moment]);
  return !over;
}
