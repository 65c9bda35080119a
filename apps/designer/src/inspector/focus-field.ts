const FOCUSABLE = 'input, textarea, select, button, [tabindex="0"]';

/** Puts the focus on the field that a finding means, or on the first one where the finding names none. */
export function focusField(frame: HTMLElement, property: string | undefined): void {
  const exact = property ? frame.querySelector(`[data-field="${CSS.escape(property)}"]`) : null;
  const row = exact ?? frame.querySelector('[data-field]');
  const control = row?.querySelector<HTMLElement>(FOCUSABLE);
  row?.scrollIntoView({ block: 'nearest' });
  control?.focus();
}
