import type { ReactNode } from 'react';
import { Tooltip } from 'antd';
import type { Light } from '../api/types';
import { lights } from '../dictionary/statuses';
import { Mark } from './mark';

/** 红黄绿灯: a shape of its own for each colour beside the word, so that it is never colour alone; the rule in the tooltip. */
export function LightMark({ light }: { light: Light }): ReactNode {
  const mark = (
    <Mark tone={lights[light.colour].tone} icon={<LightIcon colour={light.colour} />}>
      {light.word}
    </Mark>
  );
  if (!light.reason) return mark;
  return (
    <Tooltip title={light.reason}>
      <span tabIndex={0} role="note" aria-label={`${light.word}：${light.reason}`}>
        {mark}
      </span>
    </Tooltip>
  );
}

/** Circle with a tick, triangle, octagon, dash: told apart without colour and in black-and-white print. */
export function LightIcon({ colour }: { colour: Light['colour'] }): ReactNode {
  return (
    <svg
      width="13"
      height="13"
      viewBox="0 0 16 16"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
    >
      {colour === 'green' && <path d="M8 1.2a6.8 6.8 0 1 1 0 13.6A6.8 6.8 0 0 1 8 1.2ZM5 8.2l2.2 2.2L11 6.4" />}
      {colour === 'yellow' && <path d="M8 1.8 15 14.2H1ZM8 6.2v4M8 11.6v1.2" />}
      {colour === 'red' && <path d="M5 1.2h6L14.8 5v6L11 14.8H5L1.2 11V5ZM8 4.4v4.4M8 10.4v1.4" />}
      {colour === 'grey' && <path d="M8 1.2a6.8 6.8 0 1 1 0 13.6A6.8 6.8 0 0 1 8 1.2ZM4.8 8h6.4" />}
    </svg>
  );
}
