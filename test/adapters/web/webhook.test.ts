import { type Server, createServer } from 'node:http';
import { type WebhookStarted, startWebhook } from '../../../src/adapters/web/webhook';
import { collectingLog } from '../../support/collecting-log';
import { freePort } from '../../support/free-port';

const secret = 'the-secret-of-the-test';
const log = collectingLog();
const stored: object[] = [];
let away = false;
let started: WebhookStarted;
let root: string;

const receive = (update: object) => {
  if (away) return Promise.reject(new Error('mongodb://user:word@db is away'));
  stored.push(update);
  return Promise.resolve();
};

beforeEach(async () => {
  stored.length = 0;
  log.lines.length = 0;
  away = false;
  const port = await freePort();
  root = `http://127.0.0.1:${port}`;
  started = await startWebhook({ port, path: '/hook', secret, receive, log });
});
afterEach(async () => {
  if (started.ok) await started.stop();
});

const post = (body: string, token: string | undefined = secret) =>
  fetch(`${root}/hook`, {
    method: 'POST',
    body,
    headers: {
      'Content-Type': 'application/json',
      ...(token === '' ? {} : { 'X-Telegram-Bot-Api-Secret-Token': token }),
    },
  });
const update = JSON.stringify({ update_id: 7, message: { text: 'halo' } });

describe('the webhook', () => {
  it('confirms an update once it is stored', async () => {
    const answer = await post(update);
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    expect(stored).toEqual([{ update_id: 7, message: { text: 'halo' } }]);
  });

  it.each(['', 'another-secret', `${secret}x`, secret.slice(1), secret.toUpperCase()])(
    'stores nothing from somebody who says %j instead of the secret',
    async (token) => {
      expect((await post(update, token)).status).toBe(403);
      expect(stored).toEqual([]);
    },
  );

  it.each([
    '',
    'halo',
    '{"update_id":',
    'null',
    '[]',
    '7',
    '{}',
    '{"update_id":"7"}',
    '{"update_id":7.5}',
  ])('refuses the body %j', async (body) => {
    expect((await post(body)).status).toBe(400);
    expect(stored).toEqual([]);
  });

  it('refuses more than a megabyte', async () => {
    const big = JSON.stringify({ update_id: 7, text: 'a'.repeat(1024 * 1024) });
    expect((await post(big)).status).toBe(413);
    expect(stored).toEqual([]);
  });

  it('takes an update of nearly a megabyte', async () => {
    const big = JSON.stringify({ update_id: 7, text: 'a'.repeat(1000 * 1000) });
    expect((await post(big)).status).toBe(200);
    expect(stored).toHaveLength(1);
  });

  it('has Telegram try again while the store is away, and says so without secrets', async () => {
    away = true;
    expect((await post(update)).status).toBe(503);
    expect(log.lines).toEqual([
      'warn An update could not be stored; Telegram will send it again {}',
    ]);
    away = false;
    expect((await post(update)).status).toBe(200);
    expect(stored).toHaveLength(1);
  });

  it('says that it is well, and nothing else at other addresses', async () => {
    expect(await (await fetch(`${root}/health`)).text()).toBe('ok');
    expect((await fetch(`${root}/hook`)).status).toBe(404);
    expect((await fetch(root, { method: 'POST', body: update })).status).toBe(404);
  });

  it('stops although a client keeps its connection', async () => {
    await (await post(update)).text();
    if (started.ok) await started.stop();
    await expect(fetch(`${root}/health`)).rejects.toThrow('fetch failed');
  });
});

describe('a webhook whose port is taken', () => {
  let holder: Server;
  afterEach(() => new Promise((resolve) => holder.close(resolve)));

  it('says which, and which setting to change', async () => {
    const port = await freePort();
    holder = createServer();
    await new Promise<void>((resolve) => holder.listen(port, resolve));
    expect(await startWebhook({ port, path: '/hook', secret, receive, log })).toEqual({
      ok: false,
      why: `Port ${port} is taken: set PORT to a free one`,
    });
  });
});
