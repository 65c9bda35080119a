import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import { Mark, type MeasureReading, type PlanDraft } from '@chengban/web';
import { milestoneWords } from './deadline-words';
import { FindingsList } from './findings-list';
import { MeasureEditor } from './measure-editor';
import { findingsOf, repairsOf } from './needs-look';
import { positionWords } from './position-words';

interface Props {
  draft: PlanDraft;
  measure: MeasureReading;
  editable: boolean;
}

/** One measure: the document's own words at the left, what was read from them at the right. */
export function MeasureCard({ draft, measure, editable }: Props): ReactNode {
  const [editing, setEditing] = useState(false);
  const { reading } = draft;
  const findings = findingsOf(reading, measure);
  const repairs = repairsOf(reading, measure);
  const { source } = measure;
  return (
    <article className="measure-card" aria-label={`措施（${measure.no}）`}>
      <div className="measure-source">
        <h2>
          原文 <span className="number">{positionWords(source)}</span>
        </h2>
        <p>{source?.cells.text ?? measure.text}</p>
        <dl>
          <dt>责任单位</dt>
          <dd>{source?.cells.units ?? measure.units.join(' ')}</dd>
          <dt>完成时限</dt>
          <dd>{source?.cells.deadline ?? measure.deadline.text}</dd>
        </dl>
      </div>
      <div className="measure-reading">
        <h2>
          读作 <span className="number">措施（{measure.no}）</span>
          {repairs.length > 0 && <Mark tone="blue">已修复 {repairs.length} 处</Mark>}
          {editable && !editing && (
            <Button size="small" onClick={() => setEditing(true)} aria-label={`更正措施（${measure.no}）`}>
              更正
            </Button>
          )}
        </h2>
        {editing ? (
          <MeasureEditor draft={draft} measure={measure} onClose={() => setEditing(false)} />
        ) : (
          <Reading measure={measure} />
        )}
        {findings.length > 0 && <FindingsList findings={findings} />}
      </div>
    </article>
  );
}

function Reading({ measure }: { measure: MeasureReading }): ReactNode {
  return (
    <>
      <p>{measure.text}</p>
      <dl>
        <dt>责任单位</dt>
        <dd>
          {measure.units.length ? (
            measure.units.map((unit) => (
              <Mark key={unit} tone="quiet">
                {unit}
              </Mark>
            ))
          ) : (
            <Mark tone="red">没有读出单位</Mark>
          )}
        </dd>
        <dt>完成时限</dt>
        <dd>
          <ul>
            {measure.deadline.milestones.map((milestone, index) => {
              const { when, who, what } = milestoneWords(milestone);
              return (
                <li key={index}>
                  <strong>{when}</strong>
                  {who && <span>{who}</span>}
                  {what && <span>{what}</span>}
                </li>
              );
            })}
            {measure.deadline.ongoing && (
              <li>
                <strong>持续推进</strong>
              </li>
            )}
            {measure.deadline.milestones.length === 0 && !measure.deadline.ongoing && (
              <li>
                <Mark tone="red">没有读出时限</Mark>
              </li>
            )}
          </ul>
        </dd>
      </dl>
    </>
  );
}
