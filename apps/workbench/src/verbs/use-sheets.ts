import { useRef, useState } from 'react';
import { explainInOneLine, isProblem } from '@chengban/web';

export interface FieldFault {
  field: string;
  message: string;
}

/** What each sheet asks for, as the API names it in a refusal. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  submit: ['chosen'],
  approve: ['opinion'],
  return: ['reason', 'where', 'nodeId', 'after'],
  reject: ['reason'],
  reply: ['opinion'],
  transfer: ['toId', 'reason'],
  delegate: ['toId', 'reason'],
  addSigner: ['personIds', 'side', 'mode', 'reason'],
  removeSigner: ['seat', 'reason'],
  withdraw: ['reason'],
  cancel: ['reason'],
  terminate: ['reason'],
  reopen: ['reason'],
  urge: ['text'],
  reroute: ['token', 'to', 'reason'],
};

export interface Sheets {
  /** the verb whose sheet is open, or the list of verbs; one at a time */
  open: string | null;
  /** what the server refused of the open sheet */
  faults: readonly FieldFault[];
  show: (name: string) => void;
  hide: () => void;
  /** a dialog stands over the sheet, which stays meanwhile */
  hold: (held: boolean) => void;
  /** a press beside the sheet, or on its button again */
  toggle: (name: string, open: boolean) => void;
  /** @returns whether the refusal is about a field of the open sheet, where it is shown */
  refuse: (error: unknown) => boolean;
}

/** The sheets of one bar or menu. A sheet stays open until the answer is there, so that a refusal can stand at its field. */
export function useSheets(): Sheets {
  const [open, setOpen] = useState<string | null>(null);
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const live = useRef(open);
  const held = useRef(false);
  live.current = open;
  const set = (name: string | null): void => {
    setFaults([]);
    setOpen(name);
  };
  return {
    open,
    faults,
    show: set,
    hide: () => set(null),
    hold: (now) => {
      held.current = now;
    },
    toggle: (name, next) => {
      if (held.current) return;
      if (next) set(name);
      else if (live.current === name) set(null);
    },
    refuse: (error) => {
      const here = FIELDS[live.current ?? ''] ?? [];
      const own = faultsOf(error).filter(({ field }) => here.includes(field));
      setFaults(own);
      return own.length > 0;
    },
  };
}

/** A refusal of a single field says what is wrong in its title and what to do in its detail: at the field both are needed. */
function faultsOf(error: unknown): readonly FieldFault[] {
  if (!isProblem(error)) return [];
  const { field } = error.extra;
  return field === undefined ? error.errors : [{ field, message: explainInOneLine(error) }];
}
