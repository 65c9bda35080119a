import { useId, type ReactNode } from 'react';
import { Button, Tooltip, type ButtonProps } from 'antd';
import type { Offer } from '@chengban/web';
import './refusable-button.css';

type Props = Omit<ButtonProps, 'onClick' | 'disabled' | 'children'> & {
  offer: Pick<Offer, 'label' | 'allowed' | 'reason' | 'cure'>;
  onPress: () => void;
};

/**
 * A verb as a button. A refused one stays where it is and can be reached by keyboard and finger: it says why it is
 * refused instead of acting, which a truly disabled button cannot.
 */
export function RefusableButton({ offer, onPress, className = '', ...rest }: Props): ReactNode {
  const reasonId = useId();
  if (offer.allowed) {
    return (
      <Button {...rest} className={className} onClick={onPress}>
        {offer.label}
      </Button>
    );
  }
  const reason = [offer.reason, offer.cure].filter(Boolean).join('');
  return (
    <Tooltip title={<Why label={offer.label} reason={reason} />} trigger={['hover', 'focus', 'click']}>
      <Button
        {...rest}
        type="default"
        danger={false}
        loading={false}
        className={`${className} verb-refused`}
        aria-disabled="true"
        aria-describedby={reasonId}
      >
        {offer.label}
        <span id={reasonId} className="visually-hidden">
          {reason}
        </span>
      </Button>
    </Tooltip>
  );
}

/** To the eye; the button itself is described by the reason. */
const Why = ({ label, reason }: { label: string; reason: string }): ReactNode => (
  <span className="verb-why">
    <strong>为什么不能{label}</strong>
    {reason}
  </span>
);
