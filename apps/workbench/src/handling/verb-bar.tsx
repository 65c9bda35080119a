import type { ReactNode } from 'react';
import { Space } from 'antd';
import type { Offer, Verb } from '@chengban/web';
import { OpinionPopover } from './opinion-popover';
import { RefusableButton } from './refusable-button';
import type { Act } from './use-verb';

interface Props {
  offers: Offer[];
  busy: Act['verb'] | null;
  /** at the left: whether the draft is safe */
  note: ReactNode;
  onSave: () => void;
  onSubmit: () => void;
  onAct: (act: Act) => void;
}

/** From what undoes to what goes on, so that the main verb always stands at the same corner. */
const ORDER: Verb[] = ['release', 'claim', 'save', 'return', 'submit', 'approve'];

/** 签收 and 退还 are two ends of one switch: only the end that can be pressed is shown, or 签收 with its reason. */
const isIdle = (offer: Offer, offers: readonly Offer[]): boolean => {
  const canRelease = offers.some((one) => one.verb === 'release' && one.allowed);
  return (offer.verb === 'release' && !canRelease) || (offer.verb === 'claim' && canRelease);
};

/** The bar at the bottom: exactly the verbs that the API offers, refused ones with their reason. */
export function VerbBar({ offers, busy, note, onSave, onSubmit, onAct }: Props): ReactNode {
  const shown = offers.filter((offer) => !isIdle(offer, offers));
  const sorted = shown.sort((a, b) => ORDER.indexOf(a.verb) - ORDER.indexOf(b.verb));
  const button = (offer: Offer): ReactNode => {
    switch (offer.verb) {
      case 'return':
        return (
          <OpinionPopover
            offer={offer}
            danger
            busy={busy === 'return'}
            field={{ label: '退回原因', required: true, placeholder: '请写明需要补充或修改什么，报送单位会看到' }}
            onConfirm={(reason) => onAct({ verb: 'return', reason })}
          />
        );
      case 'approve':
        return (
          <OpinionPopover
            offer={offer}
            primary
            busy={busy === 'approve'}
            field={{ label: '审核意见（可不填）', required: false, placeholder: '同意。' }}
            onConfirm={(opinion) => onAct({ verb: 'approve', ...(opinion && { opinion }) })}
          />
        );
      case 'submit':
        return (
          <RefusableButton offer={offer} size="large" type="primary" loading={busy === 'submit'} onPress={onSubmit} />
        );
      case 'save':
        return <RefusableButton offer={offer} size="large" onPress={onSave} />;
      case 'claim':
      case 'release': {
        const { verb } = offer;
        return <RefusableButton offer={offer} size="large" loading={busy === verb} onPress={() => onAct({ verb })} />;
      }
      case 'start':
        return null;
    }
  };
  return (
    <div className="verb-bar" role="toolbar" aria-label="办理操作">
      <div className="verb-note">{note}</div>
      <Space wrap>
        {sorted.map((offer) => (
          <span key={offer.verb}>{button(offer)}</span>
        ))}
      </Space>
    </div>
  );
}
