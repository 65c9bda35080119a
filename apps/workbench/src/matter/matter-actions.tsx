import type { ReactNode } from 'react';
import { PrinterOutlined } from '@ant-design/icons';
import { CopyButton } from '../copies/copy-button';
import { LinkButton } from '../page/link-button';
import { MatterVerbs } from './matter-verbs';
import { useSentCopies } from '../queries/copies';

interface Props {
  obligationId: string;
  instanceId: string | null | undefined;
  /** what runs beside the obligation's own flow has no sheet to print */
  beside?: boolean;
  /** 申请延期 stands in the menu */
  extends?: boolean;
}

/** What can be done with a matter without moving it: send it to others, print it. */
export function MatterActions({
  obligationId,
  instanceId,
  beside = false,
  extends: extending = false,
}: Props): ReactNode {
  const may = useSentCopies(instanceId).data?.refusal === null;
  if (!instanceId) return null;
  return (
    <>
      {may && <CopyButton instanceId={instanceId} />}
      {!beside && (
        <LinkButton to={`/print/${obligationId}`} icon={<PrinterOutlined aria-hidden />}>
          打印审批表
        </LinkButton>
      )}
      <MatterVerbs instanceId={instanceId} extendsId={extending && !beside ? obligationId : null} />
    </>
  );
}
