// A door of its own: what hands tasks over is not needed before somebody opens it.
export { DeputyDialog } from './deputy-dialog';
export { deputyColumns, EndButton } from './deputy-columns';
export { DeputyState, deputyDays, deputyFlows } from './deputy-words';
export { useDeputies, useEndDeputy } from './use-deputies';
export type { Whose } from './use-deputies';
export { PeopleSource } from './people-source';
export { PersonSelect } from '../form/named-select';
