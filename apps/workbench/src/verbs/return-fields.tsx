import type { ReactNode } from 'react';
import { Form, Radio } from 'antd';
import type { Offer } from '@chengban/web';
import { aftersOf, AFTER_WORDS, returnChoices } from './return-choices';
import type { SheetValues } from './sheet-form';

/** Two questions of a return: to where, and what happens when the work comes back. A question with one answer is told. */
export function ReturnFields({ offer }: { offer: Offer }): ReactNode {
  const choices = returnChoices(offer.targets ?? []);
  const to = Form.useWatch<string | undefined>('to') ?? choices[0]?.key;
  const chosen = choices.find(({ key }) => key === to) ?? choices[0];
  if (!chosen) return null;
  const afters = aftersOf(chosen.target);
  const [only] = afters;
  return (
    <>
      {choices.length > 1 ? (
        <Form.Item name="to" label="退到哪里">
          <Radio.Group
            options={choices.map(({ key, target, note }) => ({
              value: key,
              label: (
                <>
                  {target.name}
                  {note && <span className="choice-note">{note}</span>}
                </>
              ),
            }))}
          />
        </Form.Item>
      ) : (
        <p className="verb-sheet-help">退到“{chosen.target.name}”。</p>
      )}
      {afters === 'drawn' ? (
        <p className="verb-sheet-help">改好以后按流程图走。</p>
      ) : afters.length > 1 ? (
        <Form.Item name="after" label="改好以后">
          <Radio.Group
            options={afters.map((after) => ({
              value: after,
              label: (
                <>
                  {AFTER_WORDS[after]?.label}
                  <span className="choice-note">{AFTER_WORDS[after]?.help}</span>
                </>
              ),
            }))}
          />
        </Form.Item>
      ) : (
        <p className="verb-sheet-help">
          改好以后{AFTER_WORDS[only ?? '']?.label}：{AFTER_WORDS[only ?? '']?.help}。
        </p>
      )}
    </>
  );
}

export const returnDefaults = (offer: Offer): SheetValues => {
  const [first] = returnChoices(offer.targets ?? []);
  const afters = first ? aftersOf(first.target) : 'drawn';
  return { to: first?.key, after: afters === 'drawn' ? undefined : afters[0] };
};

/** Where to, as the API asks for it; a way that the chosen step does not have is not sent. */
export function returnTo(
  offer: Offer,
  { to, after }: SheetValues,
): { where?: string; nodeId?: string; after?: string } {
  const choices = returnChoices(offer.targets ?? []);
  const target = (choices.find(({ key }) => key === to) ?? choices[0])?.target;
  if (!target) return {};
  const afters = aftersOf(target);
  const way = afters === 'drawn' ? undefined : afters.includes(String(after)) ? String(after) : afters[0];
  return {
    where: target.where,
    ...(target.where === 'node' && { nodeId: target.nodeId }),
    ...(way !== undefined && { after: way }),
  };
}
