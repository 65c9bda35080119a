import { compiled, end, flows, gateway, start, task } from '../../../../test/properties/engine/draw.js';
import { NEW } from '../compile/machine-json.js';
import { Macrosteps } from './macrosteps.js';

/** Six choices in a row, each between going straight on and round by a gateway of its own. */
async function choices(most?: number): Promise<Macrosteps> {
  const places = [0, 1, 2, 3, 4, 5];
  const flow = await compiled(
    start('s'),
    ...places.flatMap((i) => [
      gateway('exclusive', `g${i}`, `default="g${i}-g${i + 1}"`),
      gateway('exclusive', `r${i}`),
    ]),
    gateway('exclusive', 'g6'),
    task('t'),
    end('e'),
    flows(
      's>g0',
      ...places.flatMap((i) => [`g${i}>g${i + 1}`, `g${i}>r${i}?way = ${i}`, `r${i}>g${i + 1}`]),
      'g6>t',
      't>e',
    ),
  );
  return new Macrosteps(flow.machines['flow']!, most);
}

test('what came out once is known; no more is kept than is allowed, and all stays right', async () => {
  const [free, tight] = [await choices(), await choices(10)];
  for (let round = 0; round < 2; round++) {
    for (let answers = 0; answers < 64; answers++) {
      const round = (gateway: string): boolean => ((answers >> Number(gateway.charAt(1))) & 1) === 1;
      const takes: Parameters<Macrosteps['take']>[2] = ({ gateway, flow }) => flow.includes('-r') === round(gateway);
      const [one, other] = [free, tight].map((steps) => steps.take(NEW, 's', takes));
      expect(other).toEqual(one);
      expect(tight.size).toBeLessThanOrEqual(10);
    }
    expect(free.size).toBe(64);
  }
});
