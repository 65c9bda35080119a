import type { ReactNode } from 'react';
import { formatInstant, type Instance } from '@chengban/web';
import { whoDid } from '../flow/who-did';
import type { Opinion } from './opinions';

interface Props {
  opinions: readonly Opinion[];
  /** where the last round waits: the space for what is still to be said */
  waiting: Instance['current'];
}

/** 意见栏: a row for each node that spoke: what was said, who signed (乙 代 甲), when. */
export function OpinionRows({ opinions, waiting }: Props): ReactNode {
  return (
    <>
      {opinions.map(({ seq, nodeName, verdict, text, entry }) => (
        <tr key={seq} className="sheet-opinion">
          <th scope="row">
            {nodeName}
            <br />
            意见
          </th>
          <td colSpan={3}>
            <p>{text}</p>
            <p className="sheet-signed">
              <span>{verdict}</span>
              <span>{whoDid(entry)}</span>
              <time dateTime={entry.at}>{formatInstant(entry.at)}</time>
            </p>
          </td>
        </tr>
      ))}
      {waiting.map((step) => (
        <tr key={step.nodeId} className="sheet-opinion">
          <th scope="row">
            {step.name}
            <br />
            意见
          </th>
          <td colSpan={3}>
            <p className="sheet-waiting">（{step.who.length > 0 ? `待 ${step.who.join('、')} 办理` : '待办理'}）</p>
          </td>
        </tr>
      ))}
    </>
  );
}
