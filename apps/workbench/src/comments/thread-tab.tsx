import { useState, type ReactNode } from 'react';
import type { Comment, Thread } from '@chengban/web';
import { Empty } from '../page/empty';
import { Loaded } from '../page/loaded';
import { Panel } from '../page/panel';
import { useThread } from '../queries/comments';
import { CommentComposer } from './comment-composer';
import { CommentItem } from './comment-item';
import './comments.css';

/** 沟通: what was said about a matter, the newest last, and the place to say more. It never moves the flow. */
export function ThreadTab({ instanceId }: { instanceId: string }): ReactNode {
  return (
    <Panel title="沟通" extra={<span className="number">只供沟通，不影响办理</span>}>
      <Loaded query={useThread(instanceId)}>{(thread) => <View instanceId={instanceId} thread={thread} />}</Loaded>
    </Panel>
  );
}

function View({ instanceId, thread }: { instanceId: string; thread: Thread }): ReactNode {
  const [answered, setAnswered] = useState<Comment | null>(null);
  const may = thread.audiences.length > 0;
  return (
    <>
      {thread.items.length === 0 ? (
        <Empty title="还没有人发言">{may && '需要商量或说明的，可以在下面写，用 @ 提到要通知的人。'}</Empty>
      ) : (
        <ol className="thread" aria-label="沟通记录">
          {thread.items.map((comment) => (
            <CommentItem
              key={comment.id}
              instanceId={instanceId}
              comment={comment}
              onAnswer={may ? () => setAnswered(comment) : undefined}
            />
          ))}
        </ol>
      )}
      {may ? (
        <CommentComposer
          key={answered?.id ?? 'new'}
          instanceId={instanceId}
          audiences={thread.audiences}
          answered={answered}
          onDone={() => setAnswered(null)}
        />
      ) : (
        <p className="thread-closed">{thread.refusal}</p>
      )}
    </>
  );
}
