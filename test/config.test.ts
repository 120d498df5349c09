import fc from 'fast-check';
import { type Environment, readSettings, secretNames } from '../src/config';

const noFile = (path: string): string => {
  throw new Error(`ENOENT: no such file, open '${path}'`);
};
const read = (environment: Environment) => readSettings(environment, noFile);
const settings = (environment: Environment) => {
  const given = read(environment);
  if (!given.ok) throw new Error(given.problems.join('\n'));
  return given.settings;
};
const problems = (environment: Environment, readFile = noFile): readonly string[] => {
  const given = readSettings(environment, readFile);
  return given.ok ? [] : given.problems;
};

const names = [
  'BOT_TOKEN',
  'TELEGRAM_API_ROOT',
  'MONGODB_URI',
  'DATA_DIR',
  'ADMIN_IDS',
  'TIMEZONE',
  'OFFICE',
  'WEBHOOK_URL',
  'WEBHOOK_SECRET',
  'PORT',
  'HEARTBEAT_URL',
  'LOG_LEVEL',
];
const token = '123456789:AAH-abcdefghijklmnopqrstuvwxyz_01234';
const secret = 'a-secret_of_16_or_more';

describe('the settings', () => {
  it('need nothing at all', () => {
    expect(settings({})).toEqual({
      TELEGRAM_API_ROOT: 'https://api.telegram.org',
      DATA_DIR: './data',
      ADMIN_IDS: [],
      TIMEZONE: 'Asia/Makassar',
      OFFICE: 'Disnakertrans Kabupaten Paser',
      PORT: 8080,
      LOG_LEVEL: 'info',
    });
  });

  it('take everything that can be set', () => {
    const all = {
      BOT_TOKEN: token,
      TELEGRAM_API_ROOT: 'http://127.0.0.1:8081/',
      MONGODB_URI: 'mongodb+srv://user:word@cluster.example/?retryWrites=true',
      DATA_DIR: '/var/lib/blk',
      ADMIN_IDS: '12345678, 87654321',
      TIMEZONE: 'Asia/Jayapura',
      OFFICE: 'Dinas Tenaga Kerja Kabupaten Berau',
      WEBHOOK_URL: 'https://bot.example/hook',
      WEBHOOK_SECRET: secret,
      PORT: '3000',
      HEARTBEAT_URL: 'https://hc.example/ping',
      LOG_LEVEL: 'debug',
    };
    expect(Object.keys(all)).toEqual(names);
    expect(settings(all)).toEqual({
      ...all,
      TELEGRAM_API_ROOT: 'http://127.0.0.1:8081',
      ADMIN_IDS: [12345678, 87654321],
      PORT: 3000,
    });
  });

  it.each(names)('count an empty %s as not set', (name) => {
    expect(settings({ [name]: '' })).toEqual(settings({}));
    expect(settings({ [name]: '  ' })).toEqual(settings({}));
  });

  it('ignore what stands around a value and what has another name', () => {
    expect(settings({ PORT: ' 3000 \n', PATH: '/bin' })).toMatchObject({ PORT: 3000 });
  });

  it.each([
    ['BOT_TOKEN', 'hello'],
    ['BOT_TOKEN', '123456789:short'],
    ['BOT_TOKEN', `1:${'a'.repeat(35)}`],
    ['BOT_TOKEN', `bot${token}`],
    ['TELEGRAM_API_ROOT', 'api.telegram.org'],
    ['TELEGRAM_API_ROOT', 'ftp://api.telegram.org'],
    ['MONGODB_URI', 'localhost:27017'],
    ['MONGODB_URI', 'mongodb:///blk'],
    ['ADMIN_IDS', '@joko'],
    ['ADMIN_IDS', '1001,'],
    ['ADMIN_IDS', '1001;1002'],
    ['ADMIN_IDS', '-1001'],
    ['ADMIN_IDS', '9'.repeat(17)],
    ['TIMEZONE', 'WITA'],
    ['TIMEZONE', 'UTC'],
    ['TIMEZONE', '+08:00'],
    ['TIMEZONE', 'Asia/Tanah_Grogot'],
    ['WEBHOOK_SECRET', 'short'],
    ['WEBHOOK_SECRET', 'with spaces in the middle'],
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['PORT', 'http'],
    ['PORT', '1e3'],
    ['HEARTBEAT_URL', 'hc.example/ping'],
    ['LOG_LEVEL', 'verbose'],
  ])('refuse %s=%s with one problem that names it', (name, value) => {
    expect(problems({ [name]: value })).toEqual([expect.stringMatching(`^${name} must `)]);
  });

  it('refuse a webhook that is not encrypted', () => {
    const given = { BOT_TOKEN: token, WEBHOOK_SECRET: secret, WEBHOOK_URL: 'http://bot.example' };
    expect(problems(given)).toEqual([
      'WEBHOOK_URL must be a web address that starts with https://',
    ]);
  });

  it('say everything that is wrong at once', () => {
    const wrong = { BOT_TOKEN: 'x', PORT: 'y', TIMEZONE: 'z', LOG_LEVEL: 'q', ADMIN_IDS: 'w' };
    expect(problems(wrong).map((one) => one.split(' ')[0])).toEqual([
      'BOT_TOKEN',
      'ADMIN_IDS',
      'TIMEZONE',
      'PORT',
      'LOG_LEVEL',
    ]);
  });

  it('say what a webhook needs beside its address, along with other problems', () => {
    expect(problems({ WEBHOOK_URL: 'https://bot.example/hook', PORT: 'x' })).toEqual([
      'PORT must be a number from 1 to 65535',
      'WEBHOOK_SECRET is missing: WEBHOOK_URL needs it',
      'BOT_TOKEN is missing: WEBHOOK_URL needs it',
    ]);
  });

  it('never quote a value in a problem', () => {
    const value = fc.stringMatching(/^[A-Za-z0-9:@/#%?]{6,40}$/u).map((text) => `Zq${text}qZ`);
    const environment = fc.dictionary(fc.constantFrom(...names), value);
    fc.assert(
      fc.property(environment, (given) => {
        const said = problems(given).join('\n');
        for (const each of Object.values(given)) expect(said).not.toContain(each);
      }),
    );
  });
});

describe('a secret in a file', () => {
  const files: Readonly<Record<string, string>> = {
    '/run/token': `${token}\n`,
    '/run/uri': 'mongodb://db.example/blk\n',
    '/run/secret': ` ${secret} `,
    '/run/empty': '\n',
    '/run/wrong': 'Zq-not-a-token-qZ',
  };
  const readFile = (path: string) => files[path] ?? noFile(path);

  it('is read for every secret there is', () => {
    const given = readSettings(
      {
        BOT_TOKEN_FILE: '/run/token',
        MONGODB_URI_FILE: ' /run/uri ',
        WEBHOOK_SECRET_FILE: '/run/secret',
      },
      readFile,
    );
    expect(given).toMatchObject({
      ok: true,
      settings: {
        BOT_TOKEN: token,
        MONGODB_URI: 'mongodb://db.example/blk',
        WEBHOOK_SECRET: secret,
      },
    });
    expect(secretNames).toEqual(['BOT_TOKEN', 'MONGODB_URI', 'WEBHOOK_SECRET']);
  });

  it.each(['/run/missing', '/run/empty'])('that is %s is a problem', (path) => {
    expect(problems({ BOT_TOKEN_FILE: path }, readFile)).toEqual([
      "BOT_TOKEN_FILE names a file that can't be read or is empty",
    ]);
  });

  it('stands beside no other of the same name', () => {
    expect(problems({ BOT_TOKEN: token, BOT_TOKEN_FILE: '/run/token' }, readFile)).toEqual([
      'BOT_TOKEN and BOT_TOKEN_FILE are both set: keep one of them',
    ]);
  });

  it('is checked like any other, and not quoted', () => {
    const [said] = problems({ BOT_TOKEN_FILE: '/run/wrong' }, readFile);
    expect(said).toMatch(/^BOT_TOKEN must look like/u);
    expect(said).not.toContain('Zq');
  });

  it('is not looked for under an empty name, nor for what is no secret', () => {
    expect(problems({ BOT_TOKEN_FILE: ' ', PORT_FILE: '/run/missing' }, readFile)).toEqual([]);
  });
});
