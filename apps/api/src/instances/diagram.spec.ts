import { Matter } from '../../../../test/properties/approval/matter.js';
import { draft, end, flows, start, task, xor } from '../../../../test/properties/engine/draw.js';
import { diagramOf } from './diagram.js';

const FLOW = [
  start('s'),
  draft('write'),
  xor('x', 'x-long'),
  task('short'),
  task('long'),
  task('judge'),
  end('e'),
  flows('s>write', 'write>x', 'x>short?form.short', 'x>long', 'short>judge', 'long>judge', 'judge>e'),
];

/** The diagram, with everything that was ever passed as the history tells it. */
class Shown {
  readonly passed: string[] = [];

  constructor(readonly matter: Matter) {
    this.note();
  }

  act(go: (matter: Matter) => Matter): this {
    go(this.matter);
    this.note();
    return this;
  }

  get diagram() {
    return diagramOf(this.matter.workflow.compiled, this.matter.standing, this.passed);
  }

  private note(): void {
    for (const effect of this.matter.effects) if (effect.type === 'pass') this.passed.push(effect.elementId);
  }
}

test('after a return only what still counts is done; another way is the only one taken', async () => {
  const shown = new Shown(await Matter.of(FLOW))
    .act((matter) => matter.submit('write', '甲', { form: { short: true } }))
    .act((matter) => matter.approve('short'));
  expect(shown.diagram).toMatchObject({ active: ['judge'], done: ['s', 'write', 'x', 'short'] });
  shown.act((matter) => matter.return('judge', '丙', { where: 'drafter', after: 'replay' }));
  expect(shown.diagram).toEqual({ active: ['write'], done: ['s'], taken: ['s-write'] });
  shown.act((matter) => matter.submit('write', '甲', { form: { short: false } }));
  expect(shown.diagram).toEqual({
    active: ['long'],
    done: ['s', 'write', 'x'],
    taken: ['s-write', 'write-x', 'x-long'],
  });
});

test('what goes straight back after a correction is done again, ten times over and at the end', async () => {
  const shown = new Shown(await Matter.of(FLOW))
    .act((matter) => matter.submit('write', '甲', { form: { short: true } }))
    .act((matter) => matter.approve('short'));
  const before = shown.diagram;
  for (let round = 0; round < 10; round += 1) {
    shown
      .act((matter) => matter.return('judge', '丙'))
      .act((matter) => matter.submit('write', '甲', { form: { short: false } }));
    expect(shown.diagram).toEqual(before);
  }
  shown.act((matter) => matter.approve('judge', '丙'));
  expect(shown.diagram).toMatchObject({ active: [], done: ['s', 'write', 'x', 'short', 'judge', 'e'] });
});

test('a matter that is older than its trail shows all that was passed', async () => {
  const { matter, passed } = new Shown(await Matter.of(FLOW)).act((each) =>
    each.submit('write', '甲', { form: { short: false } }),
  );
  const old = { ...matter.standing, trail: [] };
  expect(diagramOf(matter.workflow.compiled, old, passed)).toMatchObject({ done: ['s', 'write', 'x'] });
});
