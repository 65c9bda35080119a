// From the command to a page that answers: on an empty folder, and again.
import { dataFolder, removeFolder, startServer } from '../support/server.mjs';
import { median } from '../support/measure.mjs';

const FIRST_BUDGET = 10;
const AGAIN_BUDGET = 2;

async function measure() {
  const folder = dataFolder();
  try {
    const first = await startServer(folder);
    await first.stop();
    const later = [];
    for (let i = 0; i < 3; i += 1) {
      const again = await startServer(folder);
      later.push(again.seconds);
      await again.stop();
    }
    const again = median(later);
    return [
      {
        row: 'start.first',
        value: first.seconds,
        unit: 's',
        against: `${FIRST_BUDGET} s`,
        ratio: first.seconds / FIRST_BUDGET,
      },
      { row: 'start.again', value: again, unit: 's', against: `${AGAIN_BUDGET} s`, ratio: again / AGAIN_BUDGET },
    ];
  } finally {
    removeFolder(folder);
  }
}

export default { names: ['start.first', 'start.again'], measure };
