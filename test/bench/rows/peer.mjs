// An approval of seven user tasks one after the other, whole: begun, each task completed, ended. How many times ours the
// others cost on the same BPMN, in the same run. They are installed beside the bench, only when this row runs.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cpuMicroseconds, median } from '../support/measure.mjs';

const folder = fileURLToPath(new URL('../peers/', import.meta.url));
const TASKS = 7;

function approval() {
  const ids = ['start', ...Array.from({ length: TASKS }, (_, i) => `task${i}`), 'end'];
  const flows = ids
    .slice(1)
    .map((id, i) => `<bpmn:sequenceFlow id="flow${i}" sourceRef="${ids[i]}" targetRef="${id}"/>`);
  const ends = (/** @type {number} */ i) =>
    `${i > 0 ? `<bpmn:incoming>flow${i - 1}</bpmn:incoming>` : ''}${i < ids.length - 1 ? `<bpmn:outgoing>flow${i}</bpmn:outgoing>` : ''}`;
  const nodes = ids.map((id, i) => {
    const type = id === 'start' ? 'startEvent' : id === 'end' ? 'endEvent' : 'userTask';
    return `<bpmn:${type} id="${id}" name="${id}">${ends(i)}</bpmn:${type}>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:bench"><bpmn:process id="approval" name="审批" isExecutable="true">${nodes.join('')}${flows.join('')}</bpmn:process></bpmn:definitions>`;
}

/** @param {string} xml */
async function ours(xml) {
  const { readBpmn, compileModel, loadWorkflow, startInstance, step } =
    await import('../../../dist/libs/domain/src/index.js');
  const must = (/** @type {any} */ result) => {
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    return result.value;
  };
  const workflow = loadWorkflow(compileModel(must(await readBpmn(xml))));
  const now = Date.UTC(2024, 5, 1);
  return cpuMicroseconds(
    () => {
      let { marking } = must(startInstance(workflow, {}, now, 'bench'));
      for (let i = 0; i < TASKS; i += 1) {
        const stored = JSON.parse(JSON.stringify(marking));
        ({ marking } = must(step(workflow, stored, { type: 'complete', nodeId: `task${i}`, variables: {} }, now)));
      }
      if (marking.status !== 'completed') throw new Error('ours did not end');
    },
    { calls: 2000 },
  );
}

/** Microseconds of CPU time of one whole approval: the median of some rounds. @param {() => Promise<void>} run */
async function perRun(run, calls = 20) {
  for (let i = 0; i < calls; i += 1) await run();
  const figures = [];
  for (let round = 0; round < 5; round += 1) {
    const before = process.cpuUsage();
    for (let i = 0; i < calls; i += 1) await run();
    const { user, system } = process.cpuUsage(before);
    figures.push((user + system) / calls);
  }
  return median(figures);
}

/** In memory, its state saved and recovered after each task, as ours is. @param {string} xml */
async function bpmnEngine(xml) {
  const require = createRequire(path.join(folder, 'package.json'));
  const { Engine } = require('bpmn-engine');
  const { EventEmitter } = await import('node:events');
  // read once, as ours is: reading XML is not what is compared
  const { Serializer, TypeResolver } = require('moddle-context-serializer');
  const { BpmnModdle } = await import('bpmn-moddle');
  const read = await new BpmnModdle().fromXML(xml);
  const sourceContext = Serializer(read, TypeResolver(require('bpmn-elements')));
  return perRun(async () => {
    let engine = new Engine({ name: 'bench', sourceContext });
    /** @type {any} */
    let execution = await engine.execute({ listener: new EventEmitter() });
    for (let i = 0; i < TASKS; i += 1) {
      const [waiting] = execution.getPostponed();
      waiting.signal();
      if (i === TASKS - 1) break;
      const state = JSON.parse(JSON.stringify(execution.getState()));
      await engine.stop();
      engine = new Engine({ name: 'bench' }).recover(state);
      execution = await engine.resume({ listener: new EventEmitter() });
    }
    if (execution.state !== 'idle' && execution.completed !== true)
      throw new Error(`bpmn-engine is ${execution.state}`);
  });
}

/** With its own store in memory. @param {string} xml */
async function bpmnServer(xml) {
  const require = createRequire(path.join(folder, 'package.json'));
  const models = mkdtempSync(path.join(tmpdir(), 'chengban-bench-'));
  writeFileSync(path.join(models, 'approval.bpmn'), xml);
  const { log } = console;
  console.log = () => undefined;
  try {
    const {
      BPMNServer,
      Configuration,
      DefaultAppDelegate,
      Logger,
      ModelsDatastore,
      NoCacheManager,
      ScriptHandler,
    } = require('bpmn-server');
    const { MemoryDataStore } = require('bpmn-server/dist/datastore/MemoryDataStore.js');
    class Models extends ModelsDatastore {
      async getSource() {
        return xml;
      }
      async getSVG() {
        return null;
      }
      async load(/** @type {string} */ name) {
        return this.loadDefinition(name, xml);
      }
    }
    // its store in memory cannot lock, and one process needs no locks: theirs is measured without their cost
    class Store extends MemoryDataStore {
      constructor(/** @type {any} */ server) {
        super(server);
        this.locker = { lock: async () => undefined, release: async () => undefined };
      }
    }
    const configuration = new Configuration({
      definitionsPath: `${models}/`,
      templatesPath: '',
      timers: { forceTimersDelay: 1000, precision: 3000 },
      database: {},
      apiKey: '',
      logger: () => new Logger({ toConsole: false }),
      definitions: (/** @type {any} */ server) => new Models(server),
      appDelegate: (/** @type {any} */ server) => new DefaultAppDelegate(server),
      dataStore: (/** @type {any} */ server) => new Store(server),
      cacheManager: (/** @type {any} */ server) => new NoCacheManager(server),
      scriptHandler: () => new ScriptHandler(),
    });
    const server = new BPMNServer(configuration, new Logger({ toConsole: false }), { cron: false });
    return await perRun(async () => {
      const { instance } = await server.engine.start('approval', {});
      let last;
      for (let i = 0; i < TASKS; i += 1) {
        last = await server.engine.invoke({ id: instance.id, 'items.elementId': `task${i}` }, {});
      }
      if (last.instance.status !== 'end') throw new Error(`bpmn-server is ${last.instance.status}`);
    }, 5);
  } finally {
    console.log = log;
    rmSync(models, { recursive: true, force: true });
  }
}

async function measure() {
  if (!existsSync(path.join(folder, 'node_modules')))
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'ignore' });
  const xml = approval();
  const own = await ours(xml);
  const figures = [];
  for (const [row, peer] of /** @type {[string, (xml: string) => Promise<number>][]} */ ([
    ['peer.bpmn-engine', bpmnEngine],
    ['peer.bpmn-server', bpmnServer],
  ])) {
    const theirs = await peer(xml);
    const against = `ours (${own.toPrecision(3)} µs, each step through JSON)`;
    figures.push({ row, value: theirs, unit: 'µs per approval', against, ratio: theirs / own });
  }
  return figures;
}

export default { names: ['peer.bpmn-engine', 'peer.bpmn-server'], measure };
