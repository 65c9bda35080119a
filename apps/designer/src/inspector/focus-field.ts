const FOCUSABLE = 'input, textarea, select, button, [tabindex="0"]';

/**
 * Puts the focus on the field that a finding means. A finding about a property that has several rows (`assignment`,
 * `assignment.unit`, …) means the first row that is still empty; one without a property means the first row of all.
 * `assignment.1` is another rule beside `assignment`, not a part of it.
 */
export function focusField(frame: HTMLElement, property: string | undefined): void {
  const rows = [...frame.querySelectorAll<HTMLElement>('[data-field]')];
  const meant = property ? rows.filter((row) => isOf(row.dataset['field'] ?? '', property)) : rows;
  const row = meant.find((one) => property && one.querySelector('.ant-select-placeholder')) ?? meant[0] ?? rows[0];
  row?.scrollIntoView({ block: 'nearest' });
  row?.querySelector<HTMLElement>(FOCUSABLE)?.focus();
}

const isOf = (field: string, property: string): boolean =>
  field === property || (field.startsWith(`${property}.`) && !/^\d/.test(field.slice(property.length + 1)));
