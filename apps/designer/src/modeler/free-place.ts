interface Point {
  x: number;
  y: number;
}
interface Size {
  width: number;
  height: number;
}

/** Air between a new shape and what is drawn already, in pixels: a name stands below an event. */
const AIR = 30;

/** The middle of the first place at or straight below `wanted` (a middle too) where a shape of this size covers nothing. */
export function freePlace(wanted: Point, size: Size, taken: readonly (Point & Size)[]): Point {
  let { y } = wanted;
  const overlaps = (box: Point & Size): boolean =>
    Math.abs(box.x + box.width / 2 - wanted.x) < (box.width + size.width) / 2 &&
    Math.abs(box.y + box.height / 2 - y) < (box.height + size.height) / 2;
  for (let below = taken.filter(overlaps); below.length > 0; below = taken.filter(overlaps))
    y = Math.max(...below.map((box) => box.y + box.height)) + AIR + size.height / 2;
  return { x: wanted.x, y };
}
