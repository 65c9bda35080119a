import { useState, type ReactNode } from 'react';
import { App, Button } from 'antd';
import { MoreOutlined } from '@ant-design/icons';
import { done, explainInOneLine, isProblem, type Instance } from '@chengban/web';
import { useExtend } from '../queries/extensions';
import { useInstance } from '../queries/instances';
import { useMatterAct } from '../queries/matter';
import { afterWords } from '../verbs/after-words';
import { useSheets } from '../verbs/use-sheets';
import { VerbMenu } from '../verbs/verb-menu';
import { inMatterMenu } from './matter-offers';
import { MatterSheet } from './matter-sheet';
import '../verbs/verbs.css';

interface Props {
  instanceId: string;
  /** the obligation for which 申请延期 stands in the menu; null: it does not */
  extendsId?: string | null;
}

/** What can be done with a matter as a whole, behind «…»: 催办、撤回、撤销, and what administrators may do. */
export function MatterVerbs({ instanceId, extendsId = null }: Props): ReactNode {
  const instance = useInstance(instanceId).data;
  return instance ? <Menu instance={instance} extendsId={extendsId} /> : null;
}

function Menu({ instance, extendsId }: { instance: Instance; extendsId: string | null }): ReactNode {
  const extend = useExtend(extendsId);
  const sheets = useSheets();
  const { message } = App.useApp();
  const [refusal, setRefusal] = useState<string | null>(null);
  const act = useMatterAct(instance.id, () => instance.revision, {
    onDone: (answer, { verb }) => {
      sheets.hide();
      void message.success(afterWords(verb, done[verb], answer));
    },
    onRefused: (error) => {
      if (isProblem(error, 'not-signed-in')) return;
      if (!sheets.refuse(error)) setRefusal(explainInOneLine(error));
    },
  });
  const offers = [...(extend ? [extend.offer] : []), ...inMatterMenu(instance.offers)];
  if (offers.length === 0) return null;
  return (
    <VerbMenu
      name="matter"
      label="对整个事项的操作"
      offers={offers}
      sheets={sheets}
      placement="bottomRight"
      onPress={({ verb }) => {
        if (verb !== 'extend') return false;
        extend?.press();
        return true;
      }}
      sheetOf={(offer) => (
        <MatterSheet
          offer={offer}
          sheets={sheets}
          refusal={refusal}
          busy={act.isPending && act.variables.verb === offer.verb}
          onBack={() => {
            setRefusal(null);
            sheets.show('matter');
          }}
          onAct={(one) => {
            setRefusal(null);
            act.press(one);
          }}
        />
      )}
    >
      <Button
        icon={<MoreOutlined aria-hidden />}
        aria-label="对整个事项的操作"
        aria-haspopup="dialog"
        aria-expanded={sheets.open !== null}
      />
    </VerbMenu>
  );
}
