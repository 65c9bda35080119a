import type { ReactNode } from 'react';
import type { TaskPage } from '@chengban/web';
import { Panel } from '../page/panel';
import { ConflictPanel } from './conflict-panel';
import { DraftLine } from './draft-line';
import { DraftingPanel } from './drafting-panel';
import { DoneNotice, RefusedNotice } from './notices';
import { ReviewPanel } from './review-panel';
import { TaskFacts } from './task-facts';
import { useHandling } from './use-handling';
import { VerbBar } from './verb-bar';

interface Props {
  task: TaskPage;
  aside: ReactNode;
  refetch: () => Promise<unknown>;
}

/** The working tab: what is asked, the form or what was reported, the timeline, the verbs. */
export function HandlingForm({ task, aside, refetch }: Props): ReactNode {
  const handling = useHandling(task, refetch);
  const { draft, verb, doneWith, writable, unsaved } = handling;
  // somebody who only looks on needs no bar of verbs that can never be theirs
  const looksOn = task.offers.every((offer) => offer.code === 'not-candidate');
  const finished = doneWith && doneWith.verb !== 'claim' && doneWith.verb !== 'release';
  return (
    <>
      {doneWith && <DoneNotice {...doneWith} />}
      {!!handling.refused && <RefusedNotice error={handling.refused} onRefresh={() => void handling.refresh()} />}
      <div className="two-columns">
        <div>
          <TaskFacts task={task} />
          {unsaved && <ConflictPanel task={task} unsaved={unsaved.data} writable={writable} onAdopt={handling.adopt} />}
          {writable ? (
            <DraftingPanel
              task={task}
              form={handling.form}
              initial={handling.start?.data ?? {}}
              evidence={handling.evidence}
              uploads={handling.uploads}
              evidenceError={handling.evidenceError}
              onChange={draft.changed}
              onBlur={() => void draft.save()}
              onRemove={handling.removeFile}
            />
          ) : (
            <ReviewPanel task={task} />
          )}
        </div>
        <aside aria-label="办理进程">
          <Panel title="办理进程">{aside}</Panel>
        </aside>
      </div>
      {handling.open && !looksOn && !finished && (
        <VerbBar
          offers={task.offers}
          busy={verb.isPending ? verb.variables.verb : null}
          note={writable ? <DraftLine state={draft.state} savedAt={draft.savedAt} /> : <HolderLine task={task} />}
          onSave={() => {
            draft.changed();
            void draft.save();
          }}
          onSubmit={() => void handling.submit()}
          onAct={handling.act}
        />
      )}
    </>
  );
}

const HolderLine = ({ task }: { task: TaskPage }): ReactNode =>
  task.holder && <span className="draft-line">{task.holder.name} 已签收</span>;
