// `<Can I="publish" a="Definition">…</Can>`: the rules come with the session, written once in the domain's access folder.
export { Can, useAbility } from '@casl/react';
