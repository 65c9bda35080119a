// The door for both web apps. The diagram has a door of its own, `@chengban/web/diagram`.

// api
export { ApiClient } from './api/api-client';
export { ApiProblem, ConnectionLost, explain, explainInOneLine, isProblem } from './api/api-problem';
export { useApi } from './api/api-context';
export { useAct } from './api/use-act';
export { randomKey } from './api/intent-keys';
export type * from './api/types';

// live
export { LiveUpdates } from './live/live-updates';

// session
export { SessionProvider } from './session/session-provider';
export { useSession } from './session/session-context';
export { Can, useAbility } from './session/can';
export { FailurePage } from './session/failure-page';
export { PlainNotice } from './session/plain-notice';

// theme
export { ThemeProvider } from './theme/theme-provider';
export { tones } from './theme/tones';
export type { Tone } from './theme/tones';

// marks
export { Mark, WordMark } from './marks/mark';
export { LightIcon, LightMark } from './marks/light-mark';

// table
export { choosingRows } from './table/choosing-rows';

// dictionary
export * from './dictionary/statuses';
export * from './dictionary/words';
export { elementKey, kindName, kindWord } from './dictionary/kind-names';
export type { DrawnKind } from './dictionary/kind-names';
export * from './dictionary/format';

// form
export { firstGap, goToField, SchemaForm, showFieldErrors } from './form/schema-form';
export { writtenValues } from './form/written-values';
export { FormSourcesContext, useFormSources } from './form/form-sources';
export type { FilesInputProps, FormSources, NamedChoice } from './form/form-sources';
export { SchemaValues } from './form/schema-values';
export { fieldsOf, readable } from './form/form-fields';
export type { ShownField } from './form/form-fields';
export { ValueView } from './form/value-view';
