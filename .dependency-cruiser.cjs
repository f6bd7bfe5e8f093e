/** The import rule of the house: see README, "The five folders". */
const may = (name, from, path, pathNot) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: pathNot ? { path, pathNot } : { path },
})
const coreLibraries = ['zod', 'libphonenumber-js']

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true, dependencyTypesNot: ['type-only'] } },
    may('locales-imports-nothing-of-ours', '^locales/', '^(bots|core|db|test)/'),
    may('core-imports-locales-only', '^core/', '^(bots|db|test)/'),
    {
      name: 'core-is-pure',
      severity: 'error',
      from: { path: '^core/' },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'core'],
        pathNot: coreLibraries.map((library) => `node_modules/${library}/`),
      },
    },
    may('db-imports-core', '^db/', '^(bots|locales|test)/'),
    may('doors-never-touch-the-store', '^bots/[^/]+/', '^(db|test)/'),
    {
      name: 'a-door-knows-no-other-door',
      severity: 'error',
      from: { path: '^bots/([^/]+)/' },
      to: { path: '^bots/([^/]+)/', pathNot: '^bots/$1/' },
    },
    {
      name: 'only-the-composition-roots-wire',
      severity: 'error',
      from: { path: '^bots/[^/]+\\.ts$', pathNot: '^bots/(main|cli)\\.ts$' },
      to: { path: '^(db|bots/[^/]+)/' },
    },
    may('the-product-never-imports-its-tests', '^(bots|core|db|locales)/', '^test/'),
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^test/tools/' },
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
