import type { ReactNode } from 'react';
import { RefusableButton } from '../handling/refusable-button';
import { useExtend } from '../queries/extensions';

/** 申请延期, for those whose work it is. */
export function ExtendButton({ obligationId }: { obligationId: string }): ReactNode {
  const extend = useExtend(obligationId);
  return extend && <RefusableButton offer={extend.offer} loading={extend.pending} onPress={extend.press} />;
}
