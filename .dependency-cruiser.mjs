// The layers of the house: who may import whom. Checked by `npm run verify`, drawn by `npm run graph`.
const packages = (/** @type {string[]} */ ...names) => `node_modules/(${names.join('|')})/`;

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const forbidden = [
  {
    name: 'no-circle',
    comment: 'Two files that import each other are one file.',
    from: {},
    to: { circular: true },
  },
  { name: 'no-missing-file', from: {}, to: { couldNotResolve: true } },
  {
    name: 'domain-is-pure',
    from: { path: '^domain/' },
    to: { pathNot: ['^domain/', packages('zod', '@orpc/contract')] },
  },
  {
    name: 'db-rests-on-domain',
    from: { path: '^db/' },
    to: {
      pathNot: ['^(db|domain)/', packages('better-sqlite3', '@types/better-sqlite3')],
      dependencyTypesNot: ['core'],
    },
  },
  {
    name: 'service-rests-on-db-and-domain',
    from: { path: '^service/' },
    to: {
      path: [
        '^(?![.]|service/|db/|domain/|resources/|node_modules/)[^/]+/',
        packages('better-sqlite3', 'electron', 'react', '@mantine'),
      ],
      dependencyTypesNot: ['core'],
    },
  },
  {
    name: 'electron-is-thin',
    from: { path: '^electron/' },
    to: { pathNot: ['^(electron|domain)/', packages('electron')], dependencyTypesNot: ['core'] },
  },
  {
    name: 'renderer-uses-the-contract',
    from: { path: '^renderer/' },
    to: {
      path: [
        '^(?![.]|renderer/|domain/|resources/|node_modules/)[^/]+/',
        packages('better-sqlite3', 'electron', '@orpc/server'),
      ],
    },
  },
  { name: 'page-without-node', from: { path: '^renderer/' }, to: { dependencyTypes: ['core'] } },
  {
    name: 'ui-without-domain-words',
    from: { path: '^renderer/ui/' },
    to: { path: ['^domain/', '^renderer/(app|features|parts)/'] },
  },
  {
    name: 'lib-below-what-is-drawn',
    from: { path: '^renderer/lib/' },
    to: { path: '^renderer/(app|features|parts|ui)/' },
  },
  {
    name: 'parts-below-features',
    from: { path: '^renderer/parts/' },
    to: { path: '^renderer/(app|features)/' },
  },
  {
    name: 'feature-by-itself',
    comment: 'What joins two features belongs in renderer/app/.',
    from: { path: '^renderer/features/([^/]+)/' },
    to: { path: '^renderer/(app|features)/', pathNot: '^renderer/features/$1/' },
  },
].map((rule) => ({ severity: 'error', ...rule }));

const colours = {
  domain: '#f3d9a4',
  db: '#d9d2c5',
  service: '#bcd8d3',
  electron: '#d5dbe8',
  renderer: '#e6ddeb',
};

const layers = Object.entries(colours).map(([folder, fillcolor]) => ({
  criteria: { source: `^${folder}(/|$)` },
  attributes: { fillcolor },
}));

/** The files that lie directly in a layer whose folders are drawn one by one. */
const rootFiles = ['service', 'renderer'].map((folder) => ({
  criteria: { source: `^${folder}$` },
  attributes: { label: `${folder}/*.ts` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden,
  options: {
    babelConfig: { fileName: 'scripts/imports-only.mjs' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css', '.d.ts'],
    },
    reporterOptions: {
      archi: {
        collapsePattern:
          '^renderer/features/[^/]+|^(renderer|service)/[^/]+(?=/)|^(domain|db|service|electron|renderer)(?=/)',
        filters: { includeOnly: { path: '^(domain|db|service|electron|renderer)/' } },
        theme: {
          replace: true,
          graph: { rankdir: 'TB', splines: 'true', fontname: 'Helvetica', ranksep: '0.7', nodesep: '0.3' },
          node: {
            shape: 'box',
            style: 'rounded,filled',
            fillcolor: '#ffffff',
            color: '#4a5a5a',
            fontname: 'Helvetica',
            fontsize: '12',
            height: '0.35',
          },
          edge: { color: '#4a5a5a99', arrowsize: '0.7', penwidth: '1' },
          modules: [...layers, ...rootFiles],
        },
      },
    },
  },
};
