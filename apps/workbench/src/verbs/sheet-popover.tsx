import { useEffect, useRef, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import { Popover, type PopoverProps } from 'antd';
import type { Sheets } from './use-sheets';

interface Props {
  /** under which of these names the sheet is open; the first is what a press on the button opens */
  names: readonly [string, ...string[]];
  label: string;
  sheets: Sheets;
  placement: PopoverProps['placement'];
  content: ReactNode;
  /** the button */
  children: ReactElement;
}

/** A small sheet at its button: it takes the focus, and Escape gives it back. */
export function SheetPopover({ names, label, sheets, placement, content, children }: Props): ReactNode {
  const sheet = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLSpanElement>(null);
  const open = sheets.open !== null && names.includes(sheets.open);
  const focusFirst = (): void => {
    const first =
      sheet.current?.querySelector<HTMLElement>('.words-first textarea') ??
      sheet.current?.querySelector<HTMLElement>('input:not([type=hidden]), textarea, button');
    first?.focus();
  };
  const giveBack = (): void => button.current?.querySelector('button')?.focus();
  const afterChange = (isOpen: boolean): void => {
    if (isOpen) focusFirst();
    // it took the focus with it, and nobody else has it
    else if (document.activeElement === document.body) giveBack();
  };
  const shown = useRef<string | null>(null);
  useEffect(() => {
    // from the list to the sheet of a verb: the button that had the focus is gone
    if (open && shown.current !== null && shown.current !== sheets.open) requestAnimationFrame(focusFirst);
    shown.current = open ? sheets.open : null;
  }, [open, sheets.open]);
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.stopPropagation();
    sheets.hide();
    giveBack();
  };
  return (
    <Popover
      trigger="click"
      placement={placement}
      open={open}
      onOpenChange={(next) => sheets.toggle(open && sheets.open ? sheets.open : names[0], next)}
      afterOpenChange={afterChange}
      content={
        <div ref={sheet} role="dialog" aria-label={label} onKeyDown={leave}>
          {content}
        </div>
      }
    >
      <span ref={button}>{children}</span>
    </Popover>
  );
}
