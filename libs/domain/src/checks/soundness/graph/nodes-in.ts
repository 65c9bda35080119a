import type { Act, Body, Option } from './graph.js';
import { wayThrough } from './way.js';

/** Every node that a piece is made of. */
export function nodesIn(bodies: readonly Body[], into: Set<string>): void {
  const open = [...bodies];
  for (let body = open.pop(); body !== undefined; body = open.pop()) {
    if (body.kind === 'node') into.add(body.nodeId);
    else if (body.kind === 'sequence') open.push(...body.parts);
    else if (body.kind === 'all') open.push(...body.branches);
    else if (body.kind === 'beside') open.push(body.body);
    else if (body.kind === 'fragment') open.push(...body.members);
    else if (body.kind === 'loop') open.push(...optional(body.body), ...optional(body.back.body));
    else {
      into.add(body.nodeId);
      open.push(...body.options.flatMap((option) => optional(option.body)));
    }
  }
}

const optional = (body: Body | null): readonly Body[] => (body === null ? [] : [body]);

/**
 * The nodes of a piece that a token passes when it comes, before it rests for the first time.
 *
 * @returns whether it can come out at the other side without resting
 */
export function nodesBeforeRest(body: Body | null, into: Set<string>): boolean {
  if (body === null) return true;
  switch (body.kind) {
    case 'node':
      if (!body.throws) into.add(body.nodeId);
      return !body.throws && !body.ends;
    case 'sequence':
      return body.parts.every((part) => nodesBeforeRest(part, into));
    case 'all':
      return body.branches.map((branch) => nodesBeforeRest(branch, into)).every(Boolean);
    case 'one':
    case 'some':
      into.add(body.nodeId);
      return body.options.map((option) => nodesBeforeRest(option.body, into) && option.goesOn).some(Boolean);
    case 'beside':
      nodesBeforeRest(body.body, into);
      return true;
    case 'loop':
      if (!nodesBeforeRest(body.body, into)) return false;
      nodesBeforeRest(body.back.body, into);
      return true;
    case 'fragment':
      // where exactly it rests is not kept
      nodesIn(body.members, into);
      return true;
  }
}

/** The acts after which a token comes to a node inside a piece, from when a token enters the piece; null when it never does. */
export function wayTo(body: Body | null, nodeId: string): readonly Act[] | null {
  if (body === null) return null;
  switch (body.kind) {
    case 'node':
      return body.nodeId === nodeId ? [] : null;
    case 'sequence':
      return toPart(body.parts, nodeId);
    case 'one':
    case 'some':
      return body.nodeId === nodeId ? [] : first(body.options.map((option) => toOption(option, nodeId)));
    case 'all':
      return first(body.branches.map((branch) => wayTo(branch, nodeId)));
    case 'beside':
      return prepend(body.act, wayTo(body.body, nodeId));
    case 'loop':
      return first([wayTo(body.body, nodeId), join(wayThrough(body.body, 'pass'), toOption(body.back, nodeId))]);
    case 'fragment':
      return first(body.members.map((member) => join(body.reach(member), wayTo(member, nodeId))));
  }
}

function toPart(parts: readonly Body[], nodeId: string): readonly Act[] | null {
  const acts: Act[] = [];
  for (const part of parts) {
    const there = wayTo(part, nodeId);
    if (there !== null) return [...acts, ...there];
    const through = wayThrough(part, 'pass');
    if (through === null) return null;
    acts.push(...through);
  }
  return null;
}

const toOption = ({ act, body }: Option, nodeId: string): readonly Act[] | null => prepend(act, wayTo(body, nodeId));

const prepend = (act: Act | null, acts: readonly Act[] | null): readonly Act[] | null =>
  acts === null || act === null ? acts : [act, ...acts];

const join = (before: readonly Act[] | null, acts: readonly Act[] | null): readonly Act[] | null =>
  before === null || acts === null ? null : [...before, ...acts];

const first = (ways: readonly (readonly Act[] | null)[]): readonly Act[] | null =>
  ways.find((way) => way !== null) ?? null;
