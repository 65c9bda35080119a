import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { spawnSync } from 'node:child_process';

interface Report {
  cruised: number;
  violations: { rule: string; from: string; to: string }[];
}

/** Lays a small house with the given files and returns what the boundary check says of it. */
function cruise(files: Record<string, string>): Report {
  const root = mkdtempSync(path.join(os.tmpdir(), 'chengban-house-'));
  try {
    for (const name of ['tsconfig.json', 'tsconfig.boundaries.json']) cpSync(name, path.join(root, name));
    symlinkSync(path.resolve('node_modules'), path.join(root, 'node_modules'));
    const all: Record<string, string> = {
      'libs/domain/src/index.ts': 'export {};',
      'apps/api/src/main.ts': 'export {};',
      ...files,
    };
    for (const [file, text] of Object.entries(all)) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), text);
    }
    const script = `
      import { boundaryViolations } from ${JSON.stringify(path.resolve('scripts/check-boundaries.mjs'))};
      console.log(JSON.stringify(await boundaryViolations(process.cwd())));`;
    const ran = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: root, encoding: 'utf8' });
    if (ran.status !== 0) throw new Error(ran.stderr);
    return JSON.parse(ran.stdout) as Report;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

test('a house without a violation is clean, and was really looked at', () => {
  const report = cruise({
    'libs/domain/src/shared/a.ts': 'export const a = 1;',
    'libs/domain/src/plan/b.ts': "import { a } from '../shared/a.js'; export const b = a;",
    'apps/api/src/main.ts': "import { b } from '@chengban/domain'; export const c = b;",
  });
  expect(report.violations).toEqual([]);
  expect(report.cruised).toBeGreaterThanOrEqual(4);
});

/** What is planted, the rule that must notice, and the files; `$` keeps the files of one plant apart from the others'. */
const planted: [string, string, Record<string, string>][] = [
  [
    'the plan may not know how flows run',
    'domain-plan-sees-only-what-lies-below',
    {
      'libs/domain/src/run/$step.ts': 'export const step = 1;',
      'libs/domain/src/plan/$a.ts': "import { step } from '../run/$step.js'; export const a = step;",
    },
  ],
  [
    'checks may not look at the compiler',
    'domain-checks-sees-only-what-lies-below',
    {
      'libs/domain/src/compile/$c.ts': 'export const c = 1;',
      'libs/domain/src/checks/$a.ts': "import { c } from '../compile/$c.js'; export const a = c;",
    },
  ],
  [
    'the domain may not use Node',
    'domain-has-no-node-builtins',
    {
      'libs/domain/src/plan/$a.ts': "import { readFileSync } from 'node:fs'; export const a = readFileSync;",
    },
  ],
  [
    'the domain may not use the ORM',
    'domain-is-pure',
    {
      'libs/domain/src/plan/$a.ts': "import { DataSource } from 'typeorm'; export const a = DataSource;",
    },
  ],
  [
    'xstate stays behind compile and run',
    'only-compile-and-run-of-the-domain-knows-xstate',
    {
      'libs/domain/src/approval/$a.ts': "import { createMachine } from 'xstate'; export const a = createMachine;",
    },
  ],
  [
    'CASL stays behind access',
    'only-access-of-the-domain-knows-casl',
    {
      'libs/domain/src/plan/$a.ts':
        "import { createMongoAbility } from '@casl/ability'; export const a = createMongoAbility;",
    },
  ],
  [
    'an app enters the domain by its door',
    'the-domain-has-one-door',
    {
      'libs/domain/src/plan/$b.ts': 'export const b = 1;',
      'apps/api/src/$x.ts': "import { b } from '../../../libs/domain/src/plan/$b.js'; export const x = b;",
    },
  ],
  [
    'an app never imports another app',
    'apps-never-import-each-other',
    {
      'apps/designer/src/$d.ts': 'export const d = 1;',
      'apps/workbench/src/$w.ts': "import { d } from '../../designer/src/$d'; export const w = d;",
    },
  ],
  [
    'the server knows nothing of the pages',
    'web-code-stays-out-of-the-server',
    {
      'libs/web/src/index.ts': 'export const w = 1;',
      'apps/api/src/$x.ts': "import { w } from '@chengban/web'; export const x = w;",
    },
  ],
  [
    'an entity stays behind its store',
    'entities-stay-behind-stores',
    {
      'apps/api/src/tasks/$task.entity.ts': 'export class TaskEntity {}',
      'apps/api/src/tasks/$list.controller.ts':
        "import { TaskEntity } from './$task.entity.js'; export const x = TaskEntity;",
    },
  ],
  [
    'a feature meets another at its read model',
    'features-meet-at-read-models',
    {
      'apps/api/src/plans/$plan.store.ts': 'export class PlanStore {}',
      'apps/api/src/tasks/$act.use-case.ts':
        "import { PlanStore } from '../plans/$plan.store.js'; export const x = PlanStore;",
    },
  ],
  [
    'two files never need each other',
    'no-runtime-cycles',
    {
      'libs/domain/src/plan/$a.ts': "import { b } from './$b.js'; export const a = () => b;",
      'libs/domain/src/plan/$b.ts': "import { a } from './$a.js'; export const b = () => a;",
    },
  ],
];

let broken: Report['violations'] = [];

// All plants stand in one house, because cruising is the slow part.
beforeAll(() => {
  const files: Record<string, string> = {};
  planted.forEach(([, , plant], index) => {
    for (const [file, text] of Object.entries(plant))
      files[file.replace('$', `p${index}-`)] = text.replace('$', `p${index}-`);
  });
  broken = cruise(files).violations;
});

test.each(planted.map(([sentence, rule], index) => ({ sentence, rule, index })))('$sentence', ({ rule, index }) => {
  expect(broken.filter((v) => v.from.includes(`/p${index}-`)).map((v) => v.rule)).toContain(rule);
});
