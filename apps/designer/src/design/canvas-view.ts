import type Canvas from 'diagram-js/lib/core/Canvas';
import { fit } from '@chengban/web/diagram';

/** Below this size nobody can read the names of the steps. */
const READABLE = 0.6;

/** What part of the drawing is in view. A drawing that was wholly in view stays so when it grows or the frame shrinks. */
export class CanvasView {
  /** the whole drawing was in view before the change that is being made */
  private following = false;

  constructor(private readonly canvas: Canvas) {}

  /** 1 = life size */
  get zoom(): number {
    return this.canvas.zoom();
  }
  zoomBy(factor: number): void {
    this.canvas.zoom(Math.min(4, Math.max(0.2, this.zoom * factor)));
  }
  fit(): void {
    fit(this.canvas, { padding: 56 });
  }
  /** A drawing that was just opened: wholly where its names can be read then, otherwise from its beginning. */
  begin(): void {
    fit(this.canvas, { padding: 56, least: READABLE });
  }

  /** The person or the program looks elsewhere. */
  moved(): void {
    this.following = this.wholeInView;
  }
  /** The drawing changed. */
  grown(): void {
    this.keep(this.following);
  }
  resized(drawn: boolean): void {
    const was = this.following;
    this.canvas.resized();
    if (drawn) this.keep(was);
  }

  private keep(was: boolean): void {
    if (was && !this.wholeInView) this.fit();
    this.following = this.wholeInView;
  }

  private get wholeInView(): boolean {
    const { x, y, width, height, inner } = this.canvas.viewbox();
    return inner.x >= x && inner.y >= y && inner.x + inner.width <= x + width && inner.y + inner.height <= y + height;
  }
}
