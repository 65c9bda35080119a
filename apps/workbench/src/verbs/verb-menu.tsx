import { useId, useRef, type ReactElement, type ReactNode } from 'react';
import { Button, type PopoverProps } from 'antd';
import type { Offer } from '@chengban/web';
import { SheetPopover } from './sheet-popover';
import type { Sheets } from './use-sheets';

interface Props {
  /** what the list is called among the sheets of its bar */
  name: string;
  label: string;
  offers: readonly Offer[];
  sheets: Sheets;
  placement: PopoverProps['placement'];
  sheetOf: (offer: Offer) => ReactNode;
  /** a verb that needs no words acts at once */
  onPress?: (offer: Offer) => boolean;
  children: ReactElement;
}

/** Several verbs behind one button: a list, and in its place the sheet of the one that was picked. */
export function VerbMenu({ name, label, offers, sheets, placement, sheetOf, onPress, children }: Props): ReactNode {
  const verbs = offers.map((offer) => offer.verb);
  const last = useRef(sheets.open);
  // while it closes it shows what it showed, not the list again
  if (sheets.open !== null) last.current = sheets.open;
  const chosen = offers.find((offer) => offer.verb === last.current);
  const pick = (offer: Offer): void => {
    if (!onPress?.(offer)) sheets.show(offer.verb);
  };
  return (
    <SheetPopover
      names={[name, ...verbs]}
      label={chosen?.label ?? label}
      sheets={sheets}
      placement={placement}
      content={
        chosen ? (
          <div key={chosen.verb}>
            <h2 className="verb-sheet-title">{chosen.label}</h2>
            {sheetOf(chosen)}
          </div>
        ) : (
          <ul className="verb-list">
            {offers.map((offer) => (
              <li key={offer.verb}>
                <Item offer={offer} onPick={() => pick(offer)} />
              </li>
            ))}
          </ul>
        )
      }
    >
      {children}
    </SheetPopover>
  );
}

/** A refused verb stays in the list and can be reached; below it stands why, and what would allow it. */
function Item({ offer, onPick }: { offer: Offer; onPick: () => void }): ReactNode {
  const why = useId();
  if (offer.allowed)
    return (
      <Button type="text" block className="verb-item" onClick={onPick}>
        {offer.label}
      </Button>
    );
  return (
    <>
      <Button type="text" block className="verb-item verb-item-refused" aria-disabled="true" aria-describedby={why}>
        {offer.label}
      </Button>
      <p id={why} className="verb-item-why">
        {offer.reason}
        {offer.cure}
      </p>
    </>
  );
}
