// The door for both web apps. The diagram has a door of its own, `@chengban/web/diagram`.

// api
export { ApiClient } from './api/api-client.js';
export type { SendOptions, UploadOptions } from './api/api-client.js';
export { ApiProblem, ConnectionLost, explain, isProblem } from './api/api-problem.js';
export { useApi } from './api/api-context.js';
export { useAct } from './api/use-act.js';
export { IntentKeys, randomKey } from './api/intent-keys.js';
export type * from './api/types.js';

// session
export { SessionProvider } from './session/session-provider.js';
export { useSession } from './session/session-context.js';
export { Can, useAbility } from './session/can.js';
export { FailurePage } from './session/failure-page.js';

// theme
export { ThemeProvider } from './theme/theme-provider.js';
export { inks, tones } from './theme/tones.js';
export type { Tone } from './theme/tones.js';

// marks
export { Mark, WordMark } from './marks/mark.js';
export { LightIcon, LightMark } from './marks/light-mark.js';

// dictionary
export * from './dictionary/statuses.js';
export * from './dictionary/words.js';
export * from './dictionary/format.js';

// form
export { SchemaForm, showFieldErrors } from './form/schema-form.js';
export { SchemaValues } from './form/schema-values.js';
