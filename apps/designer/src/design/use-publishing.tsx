import { useEffect, useState, type ReactNode } from 'react';
import { App } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { hasErrors } from '@chengban/domain';
import type { DefinitionVersion } from '@chengban/web';
import { useFlows, type FlowItem } from '../flows/use-flows.js';
import type { Problems } from '../problems/problems-context.js';
import type { Checked } from '../problems/use-checked.js';
import { PublishDialog } from '../publish/publish-dialog.js';
import { useModel } from '../versions/use-model.js';
import { useVersionXml } from '../versions/use-versions.js';
import type { Keeping } from './use-keeping.js';

interface Publishing {
  /** the newest version that the person has seen, 0 before the first */
  basedOn: number;
  /** how often this page has published; 0 means that the drawing still is what it was opened as */
  times: number;
  ask: () => Promise<void>;
  dialog: ReactNode;
}

/** From the press on 发布 to the published version: save, wait for the checks of what was typed last, ask, publish. */
export function usePublishing(
  opened: FlowItem,
  problems: Problems & { checked: Checked | null },
  keeping: Keeping,
  onPublished: () => void,
): Publishing {
  const { message } = App.useApp();
  const queries = useQueryClient();
  const flow = useFlows().data?.find((item) => item.key === opened.key) ?? opened;
  const [basedOn, setBasedOn] = useState(opened.latestVersion ?? 0);
  const [times, setTimes] = useState(0);
  const [step, setStep] = useState<'no' | 'asked' | 'open'>('no');
  const before = useModel(useVersionXml(flow.key, basedOn || null).data);
  const { checked, checking, findings } = problems;

  useEffect(() => {
    if (step === 'asked' && !checking) setStep(hasErrors(findings) ? 'no' : 'open');
  }, [step, checking, findings]);

  const ask = async (): Promise<void> => {
    await keeping.save();
    await queries.refetchQueries({ queryKey: ['flows'] });
    setStep('asked');
  };
  const published = ({ version }: DefinitionVersion): void => {
    setStep('no');
    setBasedOn(version);
    setTimes((count) => count + 1);
    onPublished();
    for (const queryKey of [['flows'], ['versions', flow.key], ['draft', flow.key], ['flow-form', flow.key]])
      void queries.invalidateQueries({ queryKey });
    void message.success(`第 ${version} 版已发布，新开始的事项走这一版`, 6);
  };
  const takeNewest = async (): Promise<void> => {
    await queries.refetchQueries({ queryKey: ['flows'] });
    const flows = queries.getQueryData<FlowItem[]>(['flows']);
    setBasedOn(flows?.find((item) => item.key === flow.key)?.latestVersion ?? 0);
  };
  const dialog = step === 'open' && checked?.model && (
    <PublishDialog
      flowKey={flow.key}
      xml={checked.xml}
      model={checked.model}
      before={before}
      basedOn={basedOn}
      runningInstances={flow.runningInstances}
      onClose={() => setStep('no')}
      onPublished={published}
      onTakeNewest={() => void takeNewest()}
    />
  );
  return { basedOn, times, ask, dialog };
}
