import type { Marking } from '@chengban/domain';

type Token = Marking['tokens'][number];
type ScopeInstance = NonNullable<Marking['scopes']>[number];

/** A marking in the words of the game (position.ts): the same standing has the same text. */
export function standingOf(marking: Marking): string {
  return scopeText(marking, 0);
}

function scopeText(marking: Marking, id: number): string {
  const inScope = marking.tokens.filter((token) => (token.in ?? 0) === id);
  const ids = new Set(inScope.map((token) => token.id));
  const outer = inScope.filter((token) => token.of === undefined || !ids.has(token.of));
  const handlers = scopes(marking).filter((scope) => scope.host === undefined && (scope.in ?? 0) === id);
  return `{${[
    ...outer.map((token) => tokenText(marking, token)),
    ...handlers.map((scope) => `${scope.scope}${scopeText(marking, scope.id)}`),
  ]
    .sort()
    .join(', ')}${timersOn(marking, id)}}`;
}

const scopes = (marking: Marking): readonly ScopeInstance[] => marking.scopes ?? [];

function tokenText(marking: Marking, token: Token): string {
  const stuck = (marking.incidents ?? []).some((each) => each.token === token.id);
  const mark = token.idle ? `<${token.via ?? ''}` : stuck ? '!' : '';
  const round = token.loop === undefined ? '' : `*${token.loop.started}/${token.loop.completed}`;
  const inner = token.loop === undefined ? [token] : marking.tokens.filter((other) => other.of === token.id);
  const works = inner
    .map(({ id }) =>
      scopes(marking)
        .filter((scope) => scope.host === id)
        .map((scope) => scopeText(marking, scope.id))
        .join('+'),
    )
    .filter((text) => text !== '' || token.loop !== undefined)
    .sort();
  return `${token.at}${mark}${round}${works.length > 0 ? `[${works.join('|')}]` : ''}${timersOn(marking, token.id)}`;
}

const timersOn = (marking: Marking, id: number): string =>
  (marking.timers ?? [])
    .filter((timer) => timer.on === id)
    .map((timer) => ` ~${timer.node}:${timer.left ?? 0}`)
    .sort()
    .join('');
