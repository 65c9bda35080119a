import type { MouseEvent as ReactMouseEvent } from 'react';

/** A press that moves less is a click. */
const SLACK = 5;

/**
 * One button, three ways: press and pull starts a drag under the pointer, a click takes the thing in hand until the next
 * click on the canvas, the keyboard (a click without a pointer) calls `withoutPointer`.
 */
export function dragOrClick(
  take: (event: MouseEvent) => void,
  withoutPointer: () => void,
): { onMouseDown: (event: ReactMouseEvent) => void; onClick: (event: ReactMouseEvent) => void } {
  return {
    onMouseDown: (down) => {
      if (down.button !== 0) return;
      const follow = (move: MouseEvent): void => {
        if (Math.hypot(move.clientX - down.clientX, move.clientY - down.clientY) < SLACK) return;
        stop();
        take(move);
      };
      const stop = (): void => {
        document.removeEventListener('mousemove', follow);
        document.removeEventListener('mouseup', stop);
      };
      document.addEventListener('mousemove', follow);
      document.addEventListener('mouseup', stop);
    },
    onClick: ({ detail, nativeEvent }) => (detail === 0 ? withoutPointer() : take(nativeEvent)),
  };
}
