/** The rules of the house, as docs/architecture.md states them. */
const order = [
  'identity',
  'directory',
  'planning',
  'collaboration',
  'services',
  'governance',
  'open-data',
]

const modulesInOrder = order.slice(0, -1).map((name, index) => ({
  name: `${name}-imports-only-earlier-modules`,
  severity: 'error',
  from: { path: `^src/modules/${name}/` },
  to: { path: `^src/modules/(${order.slice(index + 1).join('|')})/` },
}))

const frontDoors = order.map((name) => ({
  name: `enter-${name}-by-its-front-door`,
  severity: 'error',
  from: { path: '^(src|database)/', pathNot: `^src/modules/${name}/` },
  to: { path: `^src/modules/${name}/`, pathNot: `^src/modules/${name}/index\\.ts$` },
}))

module.exports = {
  forbidden: [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    ...modulesInOrder,
    ...frontDoors,
    {
      name: 'platform-stands-alone',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/(web|modules)/' },
    },
    {
      name: 'web-knows-no-module',
      severity: 'error',
      from: { path: '^src/web/' },
      to: { path: '^src/modules/' },
    },
    {
      name: 'only-the-root-knows-every-module',
      severity: 'error',
      from: { path: '^src/(modules|platform|web)/' },
      to: { path: '^src/(app|main|operator|load-world)(\\.ts$|/)' },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      from: { path: '\\.(workflow|policy|rules)\\.tsx?$' },
      to: {
        path: [
          '^node_modules/(pg|kysely|fastify|@fastify|nodemailer|graphile-worker)/',
          '^src/platform/(database|server|jobs|messages|files|audit|events|lifecycle)',
          '\\.(queries|actions|routes|page)\\.tsx?$',
        ],
        pathNot: '\\.rules\\.tsx?$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'rules-have-no-clock-nor-disk',
      severity: 'error',
      from: { path: '\\.(workflow|policy|rules)\\.tsx?$' },
      to: { dependencyTypes: ['core'], path: '^(fs|http|https|net|child_process|timers)(/|$)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.test\\.tsx?$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js'],
    },
  },
}
