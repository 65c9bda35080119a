import type Canvas from 'diagram-js/lib/core/Canvas';

/** Shows the whole drawing with air around it, never larger than life: bpmn-js's own fit touches the frame. */
export function fit(canvas: Canvas, padding = 32): void {
  canvas.zoom('fit-viewport');
  const { inner, outer } = canvas.viewbox();
  if (!inner.width || !outer.width) return;
  const scale = Math.min((outer.width - 2 * padding) / inner.width, (outer.height - 2 * padding) / inner.height, 1.25);
  const width = outer.width / scale;
  const height = outer.height / scale;
  canvas.viewbox({ x: inner.x - (width - inner.width) / 2, y: inner.y - (height - inner.height) / 2, width, height });
}
