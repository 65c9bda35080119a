import type { ComponentProps, ReactNode } from 'react';
import type { DeputyRule } from '@chengban/web';
import { deputyDays, deputyFlows, DeputyState, EndButton, type Whose } from '@chengban/web/deputies';

type Ending = Omit<ComponentProps<typeof EndButton>, 'rule'>;

/** A rule on a narrow screen: the same facts as a row, one below the other. */
export const deputyCard =
  (whose: Whose, ending: Ending) =>
  (rule: DeputyRule): ReactNode => (
    <div className="row-card">
      <strong>{whose === 'given' ? `${rule.deputy.name} 代理` : `代 ${rule.principal.name} 办理`}</strong>
      <p>
        <span>{deputyDays(rule)}</span>
        <span>{deputyFlows(rule)}</span>
        <span>{rule.reason}</span>
        <DeputyState rule={rule} />
      </p>
      <EndButton rule={rule} {...ending} />
    </div>
  );
