// ESM through swc: the same decorators and metadata as the build, no type check (npm run check does that).
export default {
  testEnvironment: 'node',
  rootDir: '.',
  testMatch: [
    '<rootDir>/{apps,libs}/**/*.spec.ts',
    '<rootDir>/test/{properties,api,architecture,conformance,histories,cli}/**/*.spec.ts',
  ],
  setupFiles: ['<rootDir>/test/support/property-setup.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^@chengban/domain$': '<rootDir>/libs/domain/src/index.ts',
    '^@chengban/documents$': '<rootDir>/libs/documents/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  testTimeout: 30_000,
  maxWorkers: 2,
  // modules that were loaded for a file are never given back: past this a worker is begun anew, before it only sweeps
  workerIdleMemoryLimit: '1500MB',
};
