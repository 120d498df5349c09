/** The import rules of the house: which room may know which. Run by test/architecture.test.ts. */
const nowhere = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    nowhere(
      'no-circles',
      'Two files that need each other are one file or three.',
      {},
      { circular: true },
    ),
    nowhere('everything-resolves', 'An import that leads nowhere.', {}, { couldNotResolve: true }),
    nowhere(
      'no-orphans',
      'A file nobody imports is dead, unless it is a door in.',
      { orphan: true, pathNot: '^(src/main\\.ts|src/cli/|test/)' },
      {},
    ),
    nowhere(
      'declared-packages-only',
      'Product code uses the dependencies that package.json names, never development tools.',
      { path: '^(src|scenes)/' },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'undetermined'] },
    ),
    nowhere(
      'domain-is-pure',
      'Facts and rules know TypeScript and dayjs: no I/O, no clock, no other room.',
      { path: '^src/domain/' },
      { pathNot: ['^src/domain/', '^node_modules/dayjs/'] },
    ),
    nowhere(
      'vocabulary-knows-the-domain-only',
      'The words for scenes, and the ports, stand on the domain alone.',
      { path: '^src/(scene|ports|html|talk)(/|\\.ts$)|^src/scene/' },
      { pathNot: ['^src/domain/', '^src/(scene|ports|html|talk)(/|\\.ts$)', '^src/scene/'] },
    ),
    nowhere(
      'scenes-speak-the-vocabulary',
      'Scenes know the domain, the ports and the words they are written in.',
      { path: '^scenes/' },
      {
        pathNot: [
          '^scenes/',
          '^src/domain/',
          '^src/board/',
          '^src/(scene|ports|html|talk)(/|\\.ts$)',
          '^src/scene/',
        ],
      },
    ),
    nowhere(
      'jobs-know-domain-and-ports',
      'What the bot does by itself reaches the world through ports.',
      { path: '^src/jobs/' },
      {
        pathNot: ['^src/jobs/', '^src/domain/', '^src/board/', '^src/(ports|html|talk)(/|\\.ts$)'],
      },
    ),
    nowhere(
      'board-looks-through-ports',
      'What is known of the institutions now is gathered through ports, for scenes and jobs alike.',
      { path: '^src/board/' },
      { pathNot: ['^src/board/', '^src/domain/', '^src/(ports|html|talk)(/|\\.ts$)'] },
    ),
    nowhere(
      'conversations-play-any-scene',
      'How forms are played knows the vocabulary, and no single scene.',
      { path: '^src/conversation/' },
      { pathNot: ['^src/conversation/', '^src/domain/', '^src/(scene|ports|html|talk)(/|\\.ts$)'] },
    ),
    nowhere(
      'adapters-know-no-scene-and-no-job',
      'The outside is joined to scenes and jobs in main.ts.',
      { path: '^src/adapters/' },
      {
        path: '^(scenes/|src/jobs/|src/board/|src/embedded/|src/playground/|src/cli/|src/config|src/main)',
      },
    ),
    nowhere(
      'adapters-know-no-sibling',
      'Each adapter knows one outside thing.',
      { path: '^src/adapters/([^/]+)' },
      { path: '^src/adapters/', pathNot: '^src/adapters/$1' },
    ),
    nowhere(
      'embedded-store-stands-alone',
      'The store knows nothing of the bot.',
      { path: '^src/embedded/' },
      { path: '^(src|scenes)/', pathNot: '^src/embedded/' },
    ),
    nowhere(
      'playground-stands-alone',
      'The local Telegram knows nothing of the bot.',
      { path: '^src/playground/' },
      { path: '^(src|scenes)/', pathNot: '^src/playground/' },
    ),
    nowhere(
      'nobody-imports-main',
      'main.ts joins; nothing joins main.',
      { path: '^(src|scenes)/' },
      { path: '^src/main\\.ts$' },
    ),
    nowhere(
      'product-knows-no-test',
      'Tests look at the product, never the other way.',
      { path: '^(src|scenes)/' },
      { path: '^test/' },
    ),
    nowhere(
      'telegraf-in-one-room',
      'Telegraf is frozen upstream; behind one door it stays replaceable.',
      { path: '^(src|scenes)/', pathNot: '^src/adapters/telegram/' },
      { path: '^node_modules/telegraf/' },
    ),
    nowhere(
      'mongoose-in-one-room',
      'Mongoose stays behind its adapter.',
      { path: '^(src|scenes)/', pathNot: '^src/adapters/mongo/' },
      { path: '^node_modules/(mongoose|mongodb)/' },
    ),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['require', 'node', 'import', 'types'],
    },
  },
};
