import { spawnSync } from 'node:child_process';

/** What a log at that level writes to the standard output of a process of its own. */
function written(level: string, forPerson: boolean, lines: string): string {
  const script = `const log = require('./src/adapters/log').pinoLog('${level}', ${String(forPerson)}); ${lines}`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', '-e', script], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return stdout;
}

const token = '123456789:AAH-abcdefghijklmnopqrstuvwxyz_01234';
const secrets = [
  'AAH-abcdefghijklmnopqrstuvwxyz_01234',
  'pass-word',
  'p@ss',
  'w/rd',
  'quo',
  'hc-user',
];
const lines = `
  const token = '${token}';
  log.info({}, 'POST https://api.telegram.org/bot' + token + '/sendMessage failed');
  log.warn({ token, deep: { uri: 'mongodb://hamba:pass-word@db.example/blk' } }, 'Token ' + token);
  log.error({ error: new Error('mongodb+srv://hamba:p@ss:w/rd@db.example refused') }, 'Wrong');
  log.error({ err: new Error('mongodb://hamba:quo"te@db.example refused ' + token) }, 'Wrong');
  log.error({ uri: 'https://hc-user:hc-word@hc.example/ping' }, 'Not //reached');
`;

describe('the log', () => {
  it.each([true, false])('never holds a token or a password (for a person: %s)', (forPerson) => {
    const text = written('debug', forPerson, lines);
    for (const secret of secrets) expect(text).not.toContain(secret);
    expect(text).toContain('https://api.telegram.org/[token]/sendMessage failed');
    expect(text).toContain('mongodb://[credentials]@db.example/blk');
    expect(text.trim().split('\n').length).toBeGreaterThanOrEqual(5);
  });

  it('leaves ordinary lines as they are', () => {
    const text = written(
      'info',
      false,
      `log.info({ row: '123:0', at: '08:30' }, 'To https://a.b/c');`,
    );
    expect(JSON.parse(text)).toMatchObject({ row: '123:0', at: '08:30', msg: 'To https://a.b/c' });
  });

  it('writes what its level allows', () => {
    const all = `log.info({}, 'one'); log.warn({}, 'two'); log.error({}, 'three');`;
    expect(written('warn', false, all).trim().split('\n')).toHaveLength(2);
    expect(written('silent', false, all)).toBe('');
  });
});
