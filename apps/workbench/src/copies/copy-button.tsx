import { useState, type ReactNode } from 'react';
import { App, Button } from 'antd';
import { CopyDialog } from './copy-dialog';

/** Opens the dialog by which a matter is sent to others. */
export function CopyButton({ instanceId }: { instanceId: string }): ReactNode {
  const [open, setOpen] = useState(false);
  const { message } = App.useApp();
  return (
    <>
      <Button onClick={() => setOpen(true)} aria-haspopup="dialog">
        抄送 / 传阅
      </Button>
      {open && (
        <CopyDialog
          instanceId={instanceId}
          onClose={() => setOpen(false)}
          onDone={({ made, waiting }) => {
            setOpen(false);
            const still = waiting.length > 0 ? `${waiting.join('、')}还有没读的，没有重复发送` : '';
            if (made > 0) void message.success([`已发给 ${made} 人`, still].filter(Boolean).join('；'));
            else void message.info(still);
          }}
        />
      )}
    </>
  );
}
