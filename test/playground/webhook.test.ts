import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { aPlayground, budi, call, siti, stopAll } from './support/ground';

interface Delivery {
  readonly text: string;
  readonly secret: string | string[] | undefined;
}

let server: Server | undefined;

afterEach(async () => {
  await stopAll();
  server?.closeAllConnections();
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
  server = undefined;
});

/** A bot that answers each delivery with the next status, 200 when there are no more. */
async function aBot(statuses: number[] = [], reply = '') {
  const deliveries: Delivery[] = [];
  server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const update = JSON.parse(body) as { message: { text: string } };
      const secret = request.headers['x-telegram-bot-api-secret-token'];
      deliveries.push({ text: update.message.text, secret });
      response.writeHead(statuses.shift() ?? 200, { 'Content-Type': 'application/json' });
      response.end(reply);
    });
  });
  await new Promise((resolve) => server!.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/hook`, deliveries };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

test('a webhook gets each update once, with its secret, in the order of the chat', async () => {
  const playground = await aPlayground();
  const { url, deliveries } = await aBot();
  await call(playground, 'setWebhook', { url, secret_token: 'rahasia' });
  for (const text of ['satu', 'dua', 'tiga']) playground.telegram.says(siti, text);
  await playground.telegram.until((telegram) => telegram.pendingUpdates().length === 0);
  expect(deliveries).toEqual(['satu', 'dua', 'tiga'].map((text) => ({ text, secret: 'rahasia' })));
});

test('an update refused by the bot is tried again and holds up only its own chat', async () => {
  const playground = await aPlayground();
  const { url, deliveries } = await aBot([500]);
  await call(playground, 'setWebhook', { url });
  const { updateId } = playground.telegram.says(siti, 'satu');
  await playground.telegram.until((telegram) => telegram.deliveries(updateId!) === 1);
  playground.telegram.says(siti, 'dua');
  playground.telegram.says(budi, 'lain');
  await playground.telegram.until((telegram) => telegram.pendingUpdates().length === 0);
  expect(deliveries.map(({ text }) => text)).toEqual(['satu', 'lain', 'satu', 'dua']);
  expect(playground.telegram.deliveries(updateId!)).toBe(2);
  expect(await call(playground, 'getWebhookInfo')).toMatchObject({
    result: {
      url,
      pending_update_count: 0,
      last_error_message: expect.stringContaining('500') as unknown,
    },
  });
});

test('a call in the answer to a delivery is done', async () => {
  const playground = await aPlayground();
  const reply = { method: 'sendMessage', chat_id: siti, text: 'Siap' };
  const { url } = await aBot([], JSON.stringify(reply));
  await call(playground, 'setWebhook', { url });
  playground.telegram.says(siti, 'halo');
  const seen = await playground.telegram.until((telegram) => telegram.chat(siti)[1]);
  expect(seen).toMatchObject({ text: 'Siap', from: { isBot: true } });
});

test('polling is refused while a webhook is set, and a waiting poll ends', async () => {
  const playground = await aPlayground();
  const polling = call(playground, 'getUpdates', { timeout: 50 });
  await playground.telegram.until((telegram) => telegram.calls('getUpdates').length === 1);
  const { url } = await aBot();
  await call(playground, 'setWebhook', { url });
  expect(await polling).toMatchObject({
    error_code: 409,
    description: 'Conflict: terminated by setWebhook request',
  });
  expect(await call(playground, 'getUpdates')).toMatchObject({
    error_code: 409,
    description:
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
  });
  playground.telegram.holdUpdates(true);
  playground.telegram.says(siti, 'halo');
  await call(playground, 'deleteWebhook', { drop_pending_updates: true });
  expect(playground.telegram.pendingUpdates()).toEqual([]);
});
