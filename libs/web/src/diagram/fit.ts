import type Canvas from 'diagram-js/lib/core/Canvas';

interface FitOptions {
  /** air around the drawing, in pixels */
  padding?: number;
  /** 1 = life size; a drawing that would have to be smaller is shown at this size, from its beginning */
  least?: number;
  /** what must be in view when not everything can be, in the drawing's own measure */
  around?: { x: number; y: number; width: number; height: number };
}

/** Shows the whole drawing with air around it, never larger than life: bpmn-js's own fit touches the frame. */
export function fit(canvas: Canvas, { padding = 32, least = 0, around }: FitOptions = {}): void {
  canvas.zoom('fit-viewport');
  const { inner, outer } = canvas.viewbox();
  if (!inner.width || !outer.width) return;
  const whole = Math.min((outer.width - 2 * padding) / inner.width, (outer.height - 2 * padding) / inner.height, 1.25);
  const scale = Math.max(whole, least);
  const place = (axis: 'x' | 'y', side: 'width' | 'height'): number => {
    const seen = outer[side] / scale;
    const air = padding / scale;
    const room = seen - inner[side];
    if (room >= 0) return inner[axis] - room / 2;
    const first = inner[axis] - air;
    const last = inner[axis] + inner[side] + air - seen;
    const wanted = around ? around[axis] + around[side] / 2 - seen / 2 : first;
    return Math.min(Math.max(wanted, first), last);
  };
  canvas.viewbox({
    x: place('x', 'width'),
    y: place('y', 'height'),
    width: outer.width / scale,
    height: outer.height / scale,
  });
}
