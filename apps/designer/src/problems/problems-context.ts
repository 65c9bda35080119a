import { createContext, useContext } from 'react';
import type { Finding, FlowModel } from '@chengban/domain';

/** The field that a press on a finding asks for; a new object every time, so that the same press works twice. */
export interface WantedField {
  elementId: string | undefined;
  property: string | undefined;
}

export interface Problems {
  findings: readonly Finding[];
  /** the drawing that the findings are about; null when it could not be read */
  model: FlowModel | null;
  /** true while the drawing is newer than the findings */
  checking: boolean;
  problemsAt: (elementId: string, property: string) => readonly Finding[];
  wanted: WantedField | null;
  goTo: (finding: Finding) => void;
}

export const ProblemsContext = createContext<Problems | null>(null);

export function useProblems(): Problems {
  const problems = useContext(ProblemsContext);
  if (!problems) throw new Error('useProblems needs a checked drawing above it');
  return problems;
}
