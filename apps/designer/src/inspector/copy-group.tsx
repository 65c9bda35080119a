import type { ReactNode } from 'react';
import type { Element } from 'bpmn-js/lib/model/Types';
import { AssignmentList } from './assignment-list.js';
import { Group } from './group.js';

/** 抄送: who may read the matter once the step is done; it moves nothing. */
export function CopyGroup({ task }: { task: Element }): ReactNode {
  return (
    <Group title="抄送">
      <p className="field-help group-help">这个环节办完后，抄送给这些人看；抄送不影响流程往下走。</p>
      <AssignmentList
        element={task}
        type="chengban:Copy"
        property="copy"
        label="抄送给"
        word="抄送"
        addLabel="加一条抄送"
        added={{ kind: 'role', unit: 'supervisor', role: 'supervisionLeader' }}
        least={0}
        without={['chosen']}
      />
    </Group>
  );
}
