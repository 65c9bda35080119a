// Who may import whom. `npm run check` runs it; test/architecture plants a violation of every rule and sees it caught.
const domain = '^libs/domain/src/';

/** Each folder of the domain may import itself and the folders on its right. */
const domainOrder = {
  shared: [],
  expressions: ['shared'],
  bpmn: ['shared'],
  calendar: ['shared', 'expressions'],
  forms: ['shared', 'bpmn', 'calendar'],
  checks: ['shared', 'bpmn', 'expressions', 'calendar', 'decisions', 'forms'],
  compile: ['shared', 'bpmn', 'checks', 'expressions'],
  decisions: ['shared', 'expressions'],
  run: ['shared', 'bpmn', 'compile', 'expressions', 'calendar', 'decisions'],
  rounds: ['shared', 'forms'],
  approval: ['shared', 'bpmn', 'run', 'compile', 'expressions', 'calendar', 'rounds', 'forms'],
  migrate: ['shared', 'run', 'compile'],
  plan: ['shared', 'calendar'],
  'plan-import': ['shared', 'plan', 'calendar'],
  access: ['shared', 'plan'],
};

/** Libraries that one place of the domain hides from the rest. */
const hidden = {
  xstate: ['compile', 'run'],
  'bpmn-moddle': ['bpmn'],
  feelin: ['expressions'],
  'chinese-days': ['calendar'],
  diff: ['rounds'],
  '@casl': ['access'],
};

const inModules = (name) => `(^|/)node_modules/${name}(/|$)|^${name}(/|$)`;
const test = '\\.spec\\.ts$';

module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment: 'The domain runs in the browser as it runs on the server: no framework, driver or application.',
      severity: 'error',
      from: { path: domain, pathNot: test },
      to: {
        path: ['^apps/', '^libs/(web|documents)/', ...['@nestjs', 'typeorm', 'pg', 'react', 'antd'].map(inModules)],
      },
    },
    {
      name: 'domain-has-no-node-builtins',
      severity: 'error',
      from: { path: domain, pathNot: test },
      to: { dependencyTypes: ['core'] },
    },
    ...Object.entries(domainOrder).map(([folder, allowed]) => ({
      name: `domain-${folder}-sees-only-what-lies-below`,
      severity: 'error',
      from: { path: `${domain}${folder}/`, pathNot: test },
      to: { path: domain, pathNot: [folder, ...allowed].map((name) => `${domain}${name}/`) },
    })),
    ...Object.entries(hidden).map(([library, folders]) => ({
      name: `only-${folders.join('-and-')}-of-the-domain-knows-${library.replace('@', '')}`,
      severity: 'error',
      from: { path: domain, pathNot: [test, ...folders.map((name) => `${domain}${name}/`)] },
      to: { path: inModules(library) },
    })),
    {
      name: 'the-domain-has-one-door',
      comment: 'Import @chengban/domain.',
      severity: 'error',
      from: { path: '^(apps|libs/web|libs/documents)/' },
      to: { path: domain, pathNot: `${domain}index\\.ts$` },
    },
    {
      name: 'apps-never-import-each-other',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'libs-never-import-apps',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'web-code-stays-out-of-the-server',
      severity: 'error',
      from: { path: '^apps/(api|cli)/' },
      to: { path: ['^libs/web/', inModules('react'), inModules('antd'), inModules('bpmn-js')] },
    },
    {
      name: 'server-code-stays-out-of-the-pages',
      severity: 'error',
      from: { path: '^(apps/(workbench|designer)|libs/web)/src/' },
      to: { path: ['^libs/documents/', inModules('@nestjs'), inModules('typeorm'), inModules('pg')] },
    },
    {
      name: 'entities-stay-behind-stores',
      comment: 'Only stores, read models, modules and the data source see entity classes.',
      severity: 'error',
      from: { path: '^apps/api/src/', pathNot: '(\\.(store|read-model|entity|module|spec)\\.ts$|/database/)' },
      to: { path: '\\.entity\\.ts$' },
    },
    {
      name: 'features-meet-at-read-models',
      comment:
        "A feature uses another only through its read model, its module or the outbox; the platform's folders are common ground.",
      severity: 'error',
      from: { path: '^apps/api/src/([^/]+)/', pathNot: '^apps/api/src/(database|ops|seed)/' },
      to: {
        path: '^apps/api/src/[^/]+/',
        pathNot: [
          '^apps/api/src/$1/',
          '\\.(read-model|module)\\.ts$',
          '^apps/api/src/(config|database|http|access|outbox|ops)/',
        ],
      },
    },
    {
      name: 'no-runtime-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.boundaries.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data)/|^(apps|libs)/[^/]+/dist/|\\.generated\\.ts$' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
