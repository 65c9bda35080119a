import { Can as CaslCan, useAbility as useCaslAbility, type CanProps } from '@casl/react';
import type { AppAbility } from '@chengban/domain';
import type { ReactNode } from 'react';

/** `<Can I="publish" a="Definition">…</Can>`: the rules come with the session, written once in the domain's access folder. */
export const Can = CaslCan as (props: CanProps<AppAbility>) => ReactNode;

export const useAbility = (): AppAbility => useCaslAbility<AppAbility>();
