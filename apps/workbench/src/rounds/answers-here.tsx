import { useContext, type ReactNode } from 'react';
import { Button } from 'antd';
import { isFileAnchor, type ItemAnchor } from '@chengban/domain';
import { fieldsOf, type Evidence, type FormDefinition, type Round } from '@chengban/web';
import { AnswerField } from './answer-field';
import { AnswersContext, goToItem, isAnswered, useItemsWhere } from './answers';
import { filesOf, placeWords } from './place-words';

/** Below a field: the items that point at it or into it. */
export function AnswersAtField({ field, form }: { field: string; form: FormDefinition }): ReactNode {
  const items = useItemsWhere((anchor) => anchor !== null && !isFileAnchor(anchor) && anchor.field === field);
  return items.map((item) => {
    const inTable = item.anchor !== null && 'row' in item.anchor;
    return <AnswerField key={item.id} item={item} place={inTable ? placeWords(item.anchor, form, []) : undefined} />;
  });
}

/** Below a file: the items that point at it. */
export function AnswersAtFile({ file }: { file: Evidence }): ReactNode {
  const items = useItemsWhere((anchor) => anchor !== null && isFileAnchor(anchor) && anchor.evidenceId === file.id);
  return items.map((item) => <AnswerField key={item.id} item={item} />);
}

/** Items whose place is not on the page: the file was taken out, the form has no such field, or they mean the whole. */
export function OtherAnswers({
  form,
  files,
  rounds,
}: {
  form: FormDefinition;
  files: readonly Evidence[];
  rounds: readonly Round[];
}): ReactNode {
  const fields = fieldsOf(form);
  const isShown = (anchor: ItemAnchor): boolean =>
    isFileAnchor(anchor)
      ? files.some(({ id }) => id === anchor.evidenceId)
      : fields.some(({ name }) => name === anchor.field);
  const items = useItemsWhere((anchor) => anchor === null || !isShown(anchor));
  return items.map((item) => (
    <AnswerField key={item.id} item={item} place={placeWords(item.anchor, form, filesOf(rounds))} />
  ));
}

/** How many items wait, and the way to each. */
export function AnswersSummary({ form, rounds }: { form: FormDefinition; rounds: readonly Round[] }): ReactNode {
  const answers = useContext(AnswersContext);
  if (!answers || answers.items.length === 0) return null;
  const left = answers.items.filter(({ id }) => !isAnswered(answers.of(id)));
  return (
    <div className="items-block" role="group" aria-label="要回应的问题">
      <h3>
        指出了 {answers.items.length} 条问题，
        {left.length === 0 ? '都已回应，可以报送' : `还有 ${left.length} 条要回应`}
      </h3>
      <ul className="items-links">
        {left.map(({ id, anchor, text }) => (
          <li key={id}>
            <Button type="link" size="small" onClick={() => goToItem(id)}>
              {placeWords(anchor, form, filesOf(rounds))}：{[...text].slice(0, 16).join('')}
              {[...text].length > 16 && '…'}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
