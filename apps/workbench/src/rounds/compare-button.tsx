import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Button, Drawer } from 'antd';
import { DiffOutlined } from '@ant-design/icons';
import type { FormDefinition, Round } from '@chengban/web';

const Comparison = lazy(async () => ({ default: (await import('./comparison')).Comparison }));

interface Props {
  rounds: readonly Round[];
  form: FormDefinition;
  from: number;
  to: number;
}

/** 对比: a wide drawer over the page, so that closing it leads back to the very place. */
export function CompareButton({ rounds, form, from, to }: Props): ReactNode {
  const [open, setOpen] = useState(false);
  if (from >= to) return null;
  return (
    <>
      <Button icon={<DiffOutlined aria-hidden />} onClick={() => setOpen(true)}>
        对比
      </Button>
      <Drawer title="两轮报送对比" open={open} onClose={() => setOpen(false)} size="min(1180px, 100vw)" destroyOnHidden>
        <Suspense fallback={null}>
          <Comparison rounds={rounds} form={form} from={from} to={to} />
        </Suspense>
      </Drawer>
    </>
  );
}
