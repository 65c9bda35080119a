import { nodeInfo } from '../../run/node-info.js';
import type { MatterContext } from '../act.js';
import type { Seat, Sitting } from './standing.js';

type Scene = Pick<MatterContext, 'workflow' | 'standing' | 'seater'>;

/** A sitting that stands again: whoever has drafted meanwhile reviews no more; where nobody is left, others are found. */
export function ableAgain(scene: Scene, sitting: Sitting): Sitting {
  const { drafterIds } = scene.standing;
  const drafted = (id: string): boolean => drafterIds.includes(id);
  const isHit = ({ decision, candidateIds, holderId }: Seat): boolean =>
    decision === undefined && [...candidateIds, ...(holderId === undefined ? [] : [holderId])].some(drafted);
  const node = nodeInfo(scene.workflow, sitting.nodeId);
  if (node === null || node.purpose === 'draft' || !sitting.seats.some(isHit)) return sitting;
  const taken = new Set(sitting.seats.flatMap(({ candidateIds, decision }) => decision?.by ?? candidateIds));
  const others = (): readonly string[] => [
    ...new Set(
      scene
        .seater({ workflow: scene.workflow, standing: scene.standing, node, token: sitting.token })
        .flatMap(({ candidateIds }) => candidateIds)
        .filter((id) => !drafted(id) && !taken.has(id)),
    ),
  ];
  return { ...sitting, seats: sitting.seats.map((seat) => (isHit(seat) ? free(seat, drafted, others) : seat)) };
}

function free(seat: Seat, drafted: (id: string) => boolean, others: () => readonly string[]): Seat {
  const { holderId, ...rest } = seat;
  const able = seat.candidateIds.filter((id) => !drafted(id));
  const candidateIds = able.length > 0 ? able : others();
  const held = holderId !== undefined && !drafted(holderId) ? { holderId } : {};
  // nobody at all: those who were meant still see it, and why it is not theirs
  return { ...rest, candidateIds: candidateIds.length > 0 ? candidateIds : seat.candidateIds, ...held };
}
