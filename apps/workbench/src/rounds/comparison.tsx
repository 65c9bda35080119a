import { useMemo, useRef, useState, type ReactNode } from 'react';
import { Segmented, Select } from 'antd';
import { changeCounts, isFileAnchor, roundDifference, type JsonObject } from '@chengban/domain';
import { fieldsOf, formatInstant, roundOutcomes, useFormSources, type FormDefinition, type Round } from '@chengban/web';
import { ComparedField } from './compared-field';
import { FileSide, fileWord } from './file-changes';
import { ItemLine } from './item-line';
import { useChangeKeys } from './use-change-keys';
import './comparison.css';

interface Props {
  rounds: readonly Round[];
  form: FormDefinition;
  /** the rounds that are compared at first */
  from: number;
  to: number;
}

/** 对比: two rounds side by side, only what changed or everything; N and P go from change to change. */
export function Comparison({ rounds, form, from: firstFrom, to: firstTo }: Props): ReactNode {
  const [[from, to], setPair] = useState([firstFrom, firstTo]);
  const [all, setAll] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const { reviewFields = [] } = useFormSources();
  const [first, second] = [from, to].map((no) => rounds.find((round) => round.no === no)) as [Round, Round];
  const difference = useMemo(() => roundDifference(plain(first), plain(second)), [first, second]);
  const counts = changeCounts(difference);
  const files = difference.files.filter(({ op }) => all || op !== 'same');
  const items = rounds.filter(({ no }) => no >= from && no < to).flatMap((round) => round.items);
  const options = rounds.map((round) => ({
    value: round.no,
    label: `第 ${round.no} 轮（${roundOutcomes[round.outcome].word}）`,
  }));
  useChangeKeys(place, () => setAll((shown) => !shown));
  return (
    <div ref={place} className="comparison">
      <div className="comparison-bar">
        <Select
          aria-label="较早一轮"
          value={from}
          options={options.filter(({ value }) => value < to)}
          onChange={(no) => setPair([no, to])}
        />
        <span aria-hidden>→</span>
        <Select
          aria-label="较晚一轮"
          value={to}
          options={options.filter(({ value }) => value > from)}
          onChange={(no) => setPair([from, no])}
        />
        <Segmented
          aria-label="显示范围"
          options={[
            { value: false, label: '只看变化' },
            { value: true, label: '全部内容' },
          ]}
          value={all}
          onChange={setAll}
        />
        <span className="comparison-hint">按 N、P 跳到下一处、上一处变化，按 A 切换显示范围</span>
      </div>
      <p role="status" className="comparison-sum">
        {sumOf(counts)}
      </p>
      <table className="compare">
        <caption className="visually-hidden">
          第 {from} 轮与第 {to} 轮对比
        </caption>
        <thead>
          <tr>
            <th scope="col">项目</th>
            {[first, second].map((round) => (
              <th scope="col" key={round.no}>
                第 {round.no} 轮
                <small>
                  {round.submittedBy.name} {formatInstant(round.submittedAt)}
                </small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fieldsOf(form)
            .filter(({ name }) => (all && !reviewFields.includes(name)) || Object.hasOwn(difference.fields, name))
            .map((field) => (
              <ComparedField
                key={field.name}
                field={field}
                difference={difference.fields[field.name]}
                before={first.data as JsonObject}
                after={second.data as JsonObject}
                all={all}
              >
                {items
                  .filter(({ anchor }) => anchor && !isFileAnchor(anchor) && anchor.field === field.name)
                  .map((item) => (
                    <ItemLine key={item.id} item={item} />
                  ))}
              </ComparedField>
            ))}
          {files.map((part, index) => (
            <tr key={index} {...(part.op !== 'same' && { className: 'compare-changed', tabIndex: -1 })}>
              <th scope="row">
                佐证材料<small>{fileWord(part)}</small>
              </th>
              {(['before', 'after'] as const).map((side) => (
                <td key={side}>
                  <FileSide part={part} side={side} />
                  {side === 'after' &&
                    items
                      .filter(
                        ({ anchor }) =>
                          anchor && isFileAnchor(anchor) && 'before' in part && anchor.evidenceId === part.before.id,
                      )
                      .map((item) => <ItemLine key={item.id} item={item} />)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const plain = ({ data, evidence }: Round) => ({ data: data as JsonObject, evidence });

function sumOf({ fields, files }: { fields: number; files: number }): string {
  if (fields + files === 0) return '两轮的内容和材料都一样。';
  const said = [fields > 0 && `${fields} 项内容有变化`, files > 0 && `${files} 份材料有变化`];
  return `${said.filter(Boolean).join('，')}。`;
}
