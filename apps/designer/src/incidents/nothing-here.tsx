import type { ReactNode } from 'react';
import { CheckCircleFilled } from '@ant-design/icons';
import { tones } from '@chengban/web';

/** An empty list, in one line. @param well nothing being here is good news */
export function NothingHere({ well, children }: { well: boolean; children: ReactNode }): ReactNode {
  return (
    <p className="sheet nothing-here">
      {well && <CheckCircleFilled style={{ color: tones.green.text }} aria-hidden />}
      {children}
    </p>
  );
}
