import type { ReactNode } from 'react';
import { Button } from 'antd';
import type { Offer } from '@chengban/web';
import { RefusableButton } from '../handling/refusable-button';
import { SheetPopover } from './sheet-popover';
import type { Sheets } from './use-sheets';

interface Props {
  offer: Offer;
  sheets: Sheets;
  busy: boolean;
  danger?: boolean;
  primary?: boolean;
  /** the sheet */
  children: ReactNode;
}

/** A verb with a sheet of its own above the bar; a refused one says why instead. */
export function VerbButton({ offer, sheets, busy, danger, primary, children }: Props): ReactNode {
  if (!offer.allowed) return <RefusableButton offer={offer} size="large" onPress={() => undefined} />;
  return (
    <SheetPopover names={[offer.verb]} label={offer.label} sheets={sheets} placement="topRight" content={children}>
      <Button
        size="large"
        type={primary ? 'primary' : 'default'}
        danger={danger}
        loading={busy}
        aria-expanded={sheets.open === offer.verb}
        aria-haspopup="dialog"
      >
        {offer.label}
      </Button>
    </SheetPopover>
  );
}
