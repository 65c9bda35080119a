const FOCUSABLE = 'input, textarea, select, button, [tabindex="0"]';

/**
 * Puts the focus on the field that a finding means. A finding about a property that has several rows (`assignment`,
 * `assignment.unit`, …) means the first row that is still empty; one without a property means the first row of all.
 */
export function focusField(frame: HTMLElement, property: string | undefined): void {
  const rows = [...frame.querySelectorAll<HTMLElement>('[data-field]')];
  const meant = property ? rows.filter((row) => row.dataset['field']?.split('.')[0] === property) : rows;
  const row = meant.find((one) => property && one.querySelector('.ant-select-placeholder')) ?? meant[0] ?? rows[0];
  row?.scrollIntoView({ block: 'nearest' });
  row?.querySelector<HTMLElement>(FOCUSABLE)?.focus();
}
