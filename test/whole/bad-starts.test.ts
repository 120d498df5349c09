import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { type Server, connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Environment } from '../../src/config';
import { type Exit, type Starting, startProcess } from '../support/bot-process';
import { freePort } from '../support/free-port';
import { temporaryFolder } from '../support/temporary-folder';
import { type WholeBot, wholeBot } from '../support/whole-bot';

/** What a start that failed came to. */
interface Attempt extends Exit {
  readonly output: string;
  readonly errors: string;
  readonly leftBehind: boolean;
}

const secret = 'geheimnis-geheimnis';

let bot: WholeBot;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let busy: Server;
let attempts: Record<string, Attempt>;

/** All of them at once: most of a start is waiting. */
beforeAll(async () => {
  bot = await wholeBot();
  folder = await temporaryFolder();
  busy = await new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => resolve(server));
  });
  await writeFile(join(folder.path, 'file'), '');
  await bot.start();
  const cases = Object.entries(await badStarts());
  attempts = Object.fromEntries(
    await Promise.all(cases.map(async ([name, how]) => [name, await attempt(how)] as const)),
  );
}, 60_000);
afterAll(async () => {
  await bot.close();
  busy.close();
  await folder.remove();
});

interface BadStart {
  readonly settings: Environment;
  readonly starting?: Starting;
}

async function badStarts(): Promise<Record<string, BadStart>> {
  const { BOT_TOKEN, TELEGRAM_API_ROOT, DATA_DIR } = bot.settings;
  const real = { BOT_TOKEN, TELEGRAM_API_ROOT };
  const PORT = String((busy.address() as AddressInfo).port);
  const hook = { WEBHOOK_URL: 'https://bot.example/hook', WEBHOOK_SECRET: secret };
  const dir = (name: string) => join(folder.path, name);
  const wrap = ['sh', '-c', 'ulimit -f 100; exec "$@"', 'limited'];
  return {
    settings: {
      settings: {
        BOT_TOKEN: secret,
        PORT: '0',
        TIMEZONE: 'WITA',
        MONGODB_URI: 'x',
        DATA_DIR: dir('a'),
      },
    },
    playgroundPort: { settings: { PORT, DATA_DIR: dir('b') } },
    webhookPort: { settings: { ...real, ...hook, PORT, DATA_DIR: dir('c') } },
    mongo: {
      settings: {
        ...real,
        MONGODB_URI: `mongodb://petugas:${secret}@127.0.0.1:${await freePort()}/`,
      },
    },
    token: { settings: { ...real, BOT_TOKEN: `424242:${secret}`, DATA_DIR: dir('d') } },
    network: {
      settings: {
        ...real,
        TELEGRAM_API_ROOT: `http://127.0.0.1:${await freePort()}`,
        DATA_DIR: dir('e'),
      },
    },
    file: { settings: { ...real, DATA_DIR: dir('file') } },
    notOurs: { settings: { ...real, DATA_DIR: '/sys/blk-aktif' } },
    second: { settings: { ...real, DATA_DIR } },
    full: { settings: { ...real, DATA_DIR: dir('f') }, starting: { wrap } },
  };
}

async function attempt({ settings, starting }: BadStart): Promise<Attempt> {
  const process = startProcess(settings, starting);
  const exit = await process.ended;
  return {
    ...exit,
    output: process.output(),
    errors: process.errors(),
    leftBehind: process.leavesBehind(),
  };
}

test.each([
  [
    'settings',
    4,
    /BOT_TOKEN must look like.*\n.*MONGODB_URI must start.*\n.*TIMEZONE must be.*\n.*PORT must be/u,
  ],
  ['playgroundPort', 1, /Port \d+ is already in use/u],
  ['webhookPort', 1, /Port \d+ is taken: set PORT to a free one/u],
  ['mongo', 1, /MongoDB cannot be reached with MONGODB_URI: is it running/u],
  ['token', 1, /Telegram refuses BOT_TOKEN: copy it again from @BotFather/u],
  ['network', 1, /Telegram cannot be reached: check the network/u],
  ['file', 1, /The data folder .*file is not a folder/u],
  ['notOurs', 1, /The data folder \/sys\/blk-aktif (may not be written to|cannot be used)/u],
  ['second', 1, /Another process \(\d+\) already serves/u],
  ['full', 1, /The data folder .* has no room left on its disk/u],
])(
  'a start with a bad %s ends with a clear line each and leaves nothing running',
  (name, lines, words) => {
    const { code, errors, output, leftBehind } = attempts[name]!;
    expect(errors).toMatch(words);
    expect(errors).toMatch(new RegExp(`^BLK Aktif cannot start:\n(  - .+\n){${lines}}$`, 'u'));
    expect({ code, leftBehind }).toEqual({ code: 1, leftBehind: false });
    expect(output).not.toContain(secret);
  },
);

test('a failed start leaves no socket, no address and no open database behind', async () => {
  const folders = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => join(folder.path, name, 'store'));
  for (const each of folders) {
    const files = await readdir(each).catch(() => []);
    expect(files.filter((file) => !file.startsWith('store.mdb'))).toEqual([]);
  }
});

test('the process that was there first goes on undisturbed', async () => {
  bot.telegram.says(2001, '/saya');
  await bot.telegram.until((telegram) => telegram.chat(2001).at(-1)?.text.includes('Data Anda'));
  await mkdir(join(folder.path, 'g'));
  await bot.stop();
  await bot.start();
});

test('the port of a playground that could not start its bot is free again', async () => {
  const PORT = String(await freePort());
  const started = startProcess({ PORT, DATA_DIR: join(folder.path, 'file') });
  expect((await started.ended).code).toBe(1);
  const refused = await new Promise((resolve) => {
    connect(Number(PORT), '127.0.0.1').once('error', resolve);
  });
  expect(refused).toMatchObject({ code: 'ECONNREFUSED' });
});
