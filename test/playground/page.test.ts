import http from 'node:http';
import { startPlayground } from '../../src/playground/playground';
import { aPlayground, call, sent, siti, stopAll, token } from './support/ground';

afterEach(stopAll);

const act = async (apiRoot: string, name: string, fields: object) => {
  const response = await fetch(`${apiRoot}/sim/${name}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(fields),
  });
  return { status: response.status, ...((await response.json()) as object) };
};

/** The status of a GET whose Host and other headers are given as they are. */
const statusWith = (url: string, headers: Record<string, string>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const request = http.get(url, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.on('error', reject);
  });

test('serves the page and every file it names', async () => {
  const { apiRoot } = await aPlayground();
  const html = await (await fetch(apiRoot)).text();
  const named = [...html.matchAll(/(?:href|src)="(\/[^"]+)"/g)].map(([, file]) => file!);
  expect(named).toContain('/page.js');
  for (const file of named) expect((await fetch(apiRoot + file)).status).toBe(200);
  const script = await (await fetch(`${apiRoot}/page.js`)).text();
  for (const [, file] of script.matchAll(/from '\.(\/[^']+)'/g)) {
    expect((await fetch(apiRoot + file!)).status).toBe(200);
  }
});

test('people act through the page as they do in tests', async () => {
  const { apiRoot, telegram, ...rest } = await aPlayground();
  const said = await act(apiRoot, 'says', { personId: siti, text: 'halo' });
  expect(said).toMatchObject({ ok: true, result: { chatId: siti } });
  const reply_markup = { inline_keyboard: [[{ text: 'Lapor', callback_data: 'lapor' }]] };
  const playground = { apiRoot, telegram, ...rest };
  const messageId = await sent(playground, { chat_id: siti, text: 'Pilih', reply_markup });
  await act(apiRoot, 'taps', { personId: siti, messageId, button: 'Lapor' });
  expect(await call(playground, 'getUpdates')).toMatchObject({
    result: [{ message: { text: 'halo' } }, { callback_query: { data: 'lapor' } }],
  });
  const link = 'https://t.me/blk_bot?start=abc';
  await act(apiRoot, 'followsLink', { personId: siti, url: link });
  expect(telegram.chat(siti).at(-1)?.text).toBe('/start abc');
});

test('tells what is wrong with a request', async () => {
  const { apiRoot } = await aPlayground();
  expect(await act(apiRoot, 'says', { personId: siti })).toEqual({
    status: 400,
    ok: false,
    why: 'The field text must be a text.',
  });
  expect(await act(apiRoot, 'dances', {})).toMatchObject({ status: 404 });
});

test('streams what happens', async () => {
  const { apiRoot, telegram } = await aPlayground();
  const response = await fetch(`${apiRoot}/sim/events`);
  const reader = response.body!.getReader();
  await reader.read();
  telegram.says(siti, 'halo');
  const { value } = await reader.read();
  const event = JSON.parse(Buffer.from(value).toString().replace('data: ', '')) as unknown;
  expect(event).toMatchObject({ kind: 'message', chatId: siti, message: { text: 'halo' } });
  await reader.cancel();
});

test('only its own pages may look in', async () => {
  const { apiRoot } = await aPlayground();
  const url = `${apiRoot}/sim/overview`;
  const own = new URL(apiRoot).host;
  expect(await statusWith(url, { Host: own })).toBe(200);
  expect(await statusWith(url, { Host: 'localhost:8080' })).toBe(200);
  expect(await statusWith(url, { Host: 'evil.example:8080' })).toBe(403);
  expect(await statusWith(url, { Host: own, Origin: 'http://evil.example' })).toBe(403);
});

test('a file that is no picture is only ever downloaded', async () => {
  const { apiRoot, telegram } = await aPlayground();
  const file = { name: 'a.html', type: 'text/html', bytes: Buffer.from('<script>') };
  telegram.sendsDocument(siti, file);
  const fileId = telegram.chat(siti)[0]?.media?.fileId ?? '';
  const { headers } = await fetch(`${apiRoot}/sim/file?id=${fileId}`);
  expect(headers.get('content-type')).toBe('application/octet-stream');
  expect(headers.get('content-disposition')).toContain('attachment');
});

test('a busy port and a bad folder are said in one sentence', async () => {
  const { apiRoot } = await aPlayground();
  const port = Number(new URL(apiRoot).port);
  const options = {
    token,
    bot: { username: 'b', firstName: 'B' },
    cast: { people: [], groups: [] },
  };
  expect(await startPlayground({ ...options, port })).toEqual({
    ok: false,
    why: `Port ${port} is already in use by another program.`,
  });
  expect(await startPlayground({ ...options, port: 0, dir: '/dev/null/x' })).toMatchObject({
    ok: false,
    why: expect.stringContaining('cannot use its folder /dev/null/x') as unknown,
  });
});
