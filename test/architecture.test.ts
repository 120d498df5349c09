import { spawnSync } from 'node:child_process';
import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { temporaryFolder } from './support/temporary-folder';

const house = join(__dirname, '..');
const cruiser = join(house, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const patienceMs = 120_000;

interface Cruise {
  readonly modules: readonly {
    readonly source: string;
    readonly dependencies: readonly { readonly resolved: string }[];
  }[];
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
    readonly ruleSetUsed: { readonly forbidden: readonly { readonly name: string }[] };
  };
}

/** Checks the import rules in a folder; the tool is a module of another kind, so it runs by itself. */
function cruise(cwd: string): Cruise {
  const options = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src', 'scenes'];
  const { stdout, stderr } = spawnSync(process.execPath, [cruiser, ...options], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (!stdout.startsWith('{')) throw new Error(`dependency-cruiser said: ${stderr}${stdout}`);
  return JSON.parse(stdout) as Cruise;
}

const broken = ({ summary }: Cruise) =>
  summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);

async function typescriptIn(...rooms: readonly string[]): Promise<readonly string[]> {
  const entries = await Promise.all(
    rooms.map((room) => readdir(join(house, room), { recursive: true, withFileTypes: true })),
  );
  return entries
    .flat()
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name).slice(house.length + 1));
}

describe('the house', () => {
  let seen: Cruise;
  beforeAll(() => {
    seen = cruise(house);
  }, patienceMs);

  it('keeps its import rules', () => {
    expect(broken(seen)).toEqual([]);
  });

  it('was looked at whole', async () => {
    const sources = new Set(seen.modules.map(({ source }) => source));
    const files = await typescriptIn('src', 'scenes');
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter((file) => !sources.has(file))).toEqual([]);
  });

  it('has no file that nobody needs, except the doors in', () => {
    const needed = new Set(
      seen.modules.flatMap(({ dependencies }) => dependencies.map(({ resolved }) => resolved)),
    );
    const door = /^src\/(main\.ts|cli\/|playground\/page\/)/u;
    const dead = seen.modules
      .map(({ source }) => source)
      .filter((file) => /^(src|scenes)\//u.test(file) && !door.test(file) && !needed.has(file));
    expect(dead).toEqual([]);
  });

  it('has no room without a name', async () => {
    const shelves = /\/(utils|helpers|services|managers|types|models|common|misc)(\/|\.ts$)/u;
    expect((await typescriptIn('src', 'scenes')).filter((file) => shelves.test(file))).toEqual([]);
  });
});

/** A house that breaks every rule once: file by file, what it imports. */
const brokenHouse: Readonly<Record<string, readonly string[]>> = {
  'src/main.ts': ['./cli/round', './scene', '../scenes/greeting', './jobs/job', './nothing'],
  'src/cli/round.ts': ['../main', '../ports', 'jest', '../../test/cast'],
  'src/config.ts': [],
  'src/ports.ts': [],
  'src/html.ts': [],
  'src/lonely.ts': [],
  'src/scene.ts': ['./config'],
  'src/domain/fact.ts': ['../ports', 'node:fs'],
  'src/jobs/job.ts': ['../config', '../domain/fact'],
  'src/board/digest.ts': ['../config', '../domain/fact'],
  'src/conversation/talk.ts': ['../../scenes/greeting', '../adapters/mongo/store'],
  'src/adapters/mongo/store.ts': ['../telegram/door', 'mongoose', '../../conversation/talk'],
  'src/adapters/telegram/door.ts': ['../../../scenes/greeting', 'telegraf'],
  'src/embedded/records.ts': ['../ports', 'mongoose'],
  'src/playground/chat.ts': ['../html', '../embedded/records', 'telegraf', '../playground/page'],
  'src/playground/page.ts': ['./chat'],
  'scenes/greeting.ts': ['../src/config'],
  'test/cast.ts': [],
};

const packages = ['telegraf', 'mongoose', 'jest'];

async function build(path: string): Promise<void> {
  const write = async (file: string, text: string) => {
    await mkdir(dirname(join(path, file)), { recursive: true });
    await writeFile(join(path, file), text);
  };
  for (const [file, imports] of Object.entries(brokenHouse))
    await write(file, imports.map((from) => `import '${from}';\n`).join('') + 'export {};\n');
  for (const name of packages) {
    await write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
    await write(`node_modules/${name}/index.js`, '');
  }
  const dependencies = { telegraf: '*', mongoose: '*' };
  const manifest = { name: 'broken', dependencies, devDependencies: { jest: '*' } };
  await write('package.json', JSON.stringify(manifest));
  await write('tsconfig.json', '{}');
  await cp(join(house, '.dependency-cruiser.cjs'), join(path, '.dependency-cruiser.cjs'));
}

describe('a house that breaks the rules', () => {
  let found: Cruise;
  beforeAll(async () => {
    const folder = await temporaryFolder();
    try {
      await build(folder.path);
      found = cruise(folder.path);
    } finally {
      await folder.remove();
    }
  }, patienceMs);

  it('is caught by every rule there is', () => {
    const rules = found.summary.ruleSetUsed.forbidden.map(({ name }) => name);
    const biting = new Set(found.summary.violations.map(({ rule }) => rule.name));
    expect(rules.length).toBeGreaterThan(10);
    expect(rules.filter((name) => !biting.has(name))).toEqual([]);
  });

  it.each([
    'domain-is-pure: src/domain/fact.ts → fs',
    'domain-is-pure: src/domain/fact.ts → src/ports.ts',
    'scenes-speak-the-vocabulary: scenes/greeting.ts → src/config.ts',
    'conversations-play-any-scene: src/conversation/talk.ts → scenes/greeting.ts',
    'board-looks-through-ports: src/board/digest.ts → src/config.ts',
    'adapters-know-no-sibling: src/adapters/mongo/store.ts → src/adapters/telegram/door.ts',
    'embedded-store-stands-alone: src/embedded/records.ts → src/ports.ts',
    'playground-stands-alone: src/playground/chat.ts → src/html.ts',
    'telegraf-in-one-room: src/playground/chat.ts → node_modules/telegraf/index.js',
    'mongoose-in-one-room: src/embedded/records.ts → node_modules/mongoose/index.js',
    'declared-packages-only: src/cli/round.ts → node_modules/jest/index.js',
    'product-knows-no-test: src/cli/round.ts → test/cast.ts',
    'everything-resolves: src/main.ts → ./nothing',
  ])('is told %s', (violation) => {
    expect(broken(found)).toContain(violation);
  });

  it('is not blamed for what is allowed', () => {
    const said = broken(found);
    expect(said).not.toContain(
      'telegraf-in-one-room: src/adapters/telegram/door.ts → node_modules/telegraf/index.js',
    );
    expect(said.filter((one) => one.endsWith('src/jobs/job.ts → src/domain/fact.ts'))).toEqual([]);
  });
});
