/** Softer than black on white, and letters that Chinese is legible in; the family in full, because widths are measured. */
export function look(): object {
  const { fontFamily } = getComputedStyle(document.body);
  return {
    bpmnRenderer: { defaultStrokeColor: '#2b3644', defaultFillColor: '#ffffff', defaultLabelColor: '#16202c' },
    textRenderer: { defaultStyle: { fontFamily, fontSize: 13 }, externalStyle: { fontFamily, fontSize: 11 } },
  };
}
