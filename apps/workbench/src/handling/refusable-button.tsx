import { useId, type ReactNode } from 'react';
import { Button, Tooltip, type ButtonProps } from 'antd';
import type { Offer } from '@chengban/web';

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
    <Tooltip title={reason} trigger={['hover', 'focus', 'click']}>
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
