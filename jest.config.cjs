/**
 * Four kinds of tests. `unit`: beside their sources. `contract`: every action over HTTP and through the
 * bundles, races, roles of the database, kill -9. `e2e`: the built pages in a real browser. `weapp`: the
 * built mini-program, executed. The last two need what `npm test` builds first.
 */
const shared = {
  rootDir: __dirname,
  transform: { '\\.[cm]?[jt]sx?$': '<rootDir>/test/esbuildTransform.cjs' },
  transformIgnorePatterns: ['/node_modules/(?!(@sparticuz/chromium|read-excel-file|uqr)/)'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
};
const node = (displayName, testMatch) => ({ ...shared, displayName, testEnvironment: 'node', testMatch });
module.exports = {
  testTimeout: 60_000,
  // as many files at once as there are cores: a file mostly waits, for a browser or a database
  maxWorkers: '100%',
  projects: [
    node('unit', ['<rootDir>/{domain,rules,types,database,cloudfunctions,local,src,config}/**/*.test.{ts,tsx}']),
    { ...node('contract', ['<rootDir>/test/contract/**/*.test.ts']), globalSetup: '<rootDir>/test/support/preparedSetup.ts', globalTeardown: '<rootDir>/test/support/preparedTeardown.ts' },
    { ...node('e2e', ['<rootDir>/test/e2e/**/*.test.ts']), globalSetup: '<rootDir>/test/support/demoTemplateSetup.ts', globalTeardown: '<rootDir>/test/support/demoTemplateTeardown.ts' },
    { ...shared, displayName: 'weapp', testEnvironment: 'jsdom', testMatch: ['<rootDir>/test/weapp/**/*.test.ts'], transform: { '\\.tsx?$': '<rootDir>/test/esbuildTransform.cjs' } },
  ],
};
