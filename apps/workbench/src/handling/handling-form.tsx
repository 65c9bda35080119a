import { useMemo, type ReactNode } from 'react';
import { App } from 'antd';
import type { TaskPage } from '@chengban/web';
import { LiveFormContext } from '../flow/live-prediction';
import { Panel } from '../page/panel';
import { AnswersContext } from '../rounds/answers';
import { ReviewDraftContext, useReviewDraft } from '../rounds/review-draft';
import { withItems } from '../rounds/with-items';
import { SittingPanel } from '../sitting/sitting-panel';
import { ConflictPanel } from './conflict-panel';
import { DraftLine } from './draft-line';
import { DraftingPanel } from './drafting-panel';
import { DoneNotice, RefusedNotice } from './notices';
import { OwnFieldsPanel } from './own-fields-panel';
import { ReviewPanel } from './review-panel';
import { TaskFacts } from './task-facts';
import { TaskSources } from './task-sources';
import { useHandling } from './use-handling';
import type { Act } from './use-verb';
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
  const review = useReviewDraft(task);
  const { message } = App.useApp();
  const judge = (one: Act): void => {
    const act = withItems(one, review);
    if (typeof act !== 'string') return void handling.decide(act);
    handling.sheets.hide();
    void message.warning(act);
  };
  // somebody who only looks on needs no bar of verbs that can never be theirs
  const looksOn = task.offers.every((offer) => offer.code === 'not-candidate');
  const live = useMemo(
    () =>
      writable || handling.reviews
        ? { task, form: handling.form, extent: writable ? ('all' as const) : ('some' as const) }
        : null,
    [task, handling.form, writable, handling.reviews],
  );
  return (
    <TaskSources task={task}>
      <ReviewDraftContext value={review}>
        <AnswersContext value={handling.answers}>
          {doneWith && <DoneNotice {...doneWith} />}
          {!!handling.refused && <RefusedNotice error={handling.refused} onRefresh={() => void handling.refresh()} />}
          <div className="two-columns">
            <div>
              <TaskFacts task={task} />
              {unsaved && (
                <ConflictPanel task={task} unsaved={unsaved.data} writable={writable} onAdopt={handling.adopt} />
              )}
              {writable ? (
                <DraftingPanel
                  task={task}
                  form={handling.form}
                  initial={handling.start.data}
                  evidence={handling.evidence}
                  uploads={handling.uploads}
                  evidenceError={handling.evidenceError}
                  onChange={draft.changed}
                  onBlur={() => void draft.save()}
                  onRemove={handling.removeFile}
                />
              ) : (
                <ReviewPanel
                  task={task}
                  own={handling.reviews && <OwnFieldsPanel task={task} form={handling.form} />}
                />
              )}
            </div>
            <aside aria-label="办理进程">
              <SittingPanel task={task} />
              <LiveFormContext value={live}>
                <Panel title="办理进程">{aside}</Panel>
              </LiveFormContext>
            </aside>
          </div>
          {handling.open && !looksOn && !doneWith && (
            <VerbBar
              task={task}
              sheets={handling.sheets}
              busy={verb.isPending ? verb.variables.verb : null}
              note={
                writable ? (
                  <DraftLine state={draft.state} savedAt={draft.savedAt} />
                ) : (
                  <ReviewLine task={task} noted={review?.noted.length ?? 0} />
                )
              }
              onSave={() => {
                draft.changed();
                void draft.save();
              }}
              onSubmit={(chosen) => void handling.submit(chosen)}
              onAct={judge}
            />
          )}
        </AnswersContext>
      </ReviewDraftContext>
    </TaskSources>
  );
}

/** At the left of the verbs: what goes along with a return, and who has the task. */
const ReviewLine = ({ task, noted }: { task: TaskPage; noted: number }): ReactNode => (
  <span className="draft-line" aria-live="polite">
    {[noted > 0 && `已记下 ${noted} 条问题，退回时一并发出`, task.holder && `${task.holder.name} 已签收`]
      .filter(Boolean)
      .join(' · ')}
  </span>
);
