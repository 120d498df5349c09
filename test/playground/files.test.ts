import { drawSample } from '../../src/playground/image';
import type { Playground } from '../../src/playground/playground';
import { aPlayground, call, siti, stopAll, token, type Reply } from './support/ground';

afterEach(stopAll);

/** Calls a method with a form, as a client that uploads files does. */
async function upload(
  playground: Playground,
  method: string,
  fields: Record<string, string | Buffer>,
): Promise<Reply> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') form.set(name, value);
    else form.set(name, new Blob([new Uint8Array(value)]), 'rekap november.xlsx');
  }
  const url = `${playground.apiRoot}/bot${token}/${method}`;
  return (await (await fetch(url, { method: 'POST', body: form })).json()) as Reply;
}

interface Photo {
  readonly file_id: string;
  readonly file_unique_id: string;
  readonly width: number;
}
const photosOf = (reply: Reply) => (reply.result as { photo: Photo[] }).photo;

test('a photo has sizes, and the same bytes have the same unique id', async () => {
  const playground = await aPlayground();
  const photo = drawSample(1, 1000, 500);
  const one = photosOf(await upload(playground, 'sendPhoto', { chat_id: String(siti), photo }));
  expect(one.map(({ width }) => width)).toEqual([90, 320, 800, 1000]);
  const attached = { chat_id: String(siti), photo: 'attach://f', f: photo };
  const two = photosOf(await upload(playground, 'sendPhoto', attached));
  expect(two.at(-1)?.file_unique_id).toBe(one.at(-1)?.file_unique_id);
  const again = await call(playground, 'sendPhoto', { chat_id: siti, photo: one[0]?.file_id });
  expect(photosOf(again).at(-1)?.file_unique_id).toBe(one.at(-1)?.file_unique_id);
});

test('a document keeps its name and comes back byte for byte', async () => {
  const playground = await aPlayground();
  const bytes = Buffer.from(Array.from({ length: 5000 }, (_, index) => index % 256));
  await upload(playground, 'sendDocument', { chat_id: String(siti), document: bytes });
  const media = playground.telegram.chat(siti)[0]?.media;
  expect(media).toMatchObject({ kind: 'document', name: 'rekap november.xlsx', size: 5000 });
  const { result } = await call(playground, 'getFile', { file_id: media?.fileId });
  const path = (result as { file_path: string }).file_path;
  const response = await fetch(`${playground.apiRoot}/file/bot${token}/${path}`);
  expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
});

test('an album is several messages of one group', async () => {
  const playground = await aPlayground();
  const media = [
    { type: 'photo', media: 'attach://a', caption: '<b>Dua</b>', parse_mode: 'HTML' },
    { type: 'photo', media: 'attach://b' },
  ];
  const fields = { a: drawSample(1, 64, 64), b: drawSample(2, 64, 64) };
  const params = { chat_id: String(siti), media: JSON.stringify(media), ...fields };
  expect(await upload(playground, 'sendMediaGroup', params)).toMatchObject({ ok: true });
  const [first, second] = playground.telegram.chat(siti);
  expect(first).toMatchObject({ text: 'Dua', entities: [{ type: 'bold' }] });
  expect(second?.albumId).toBe(first?.albumId);
});

test('what is no picture is refused as a photo, and so is an empty file', async () => {
  const playground = await aPlayground();
  const chat_id = String(siti);
  const text = { chat_id, photo: Buffer.from('this is certainly no picture at all') };
  expect(await upload(playground, 'sendPhoto', text)).toMatchObject({
    description: 'Bad Request: IMAGE_PROCESS_FAILED',
  });
  const thin = { chat_id, photo: drawSample(1, 2100, 100) };
  expect(await upload(playground, 'sendPhoto', thin)).toMatchObject({
    description: 'Bad Request: PHOTO_INVALID_DIMENSIONS',
  });
  const empty = { chat_id, document: Buffer.alloc(0) };
  expect(await upload(playground, 'sendDocument', empty)).toMatchObject({
    description: 'Bad Request: file must be non-empty',
  });
});

test('no path leads out of the files', async () => {
  const playground = await aPlayground();
  const paths = ['..%2F..%2Fetc%2Fpasswd', '%2e%2e/%2e%2e/etc/passwd', 'photos/none.jpg'];
  for (const path of paths) {
    const response = await fetch(`${playground.apiRoot}/file/bot${token}/${path}`);
    expect(response.status).toBe(404);
  }
});

test('parameters may stand in the address, in a form or in JSON', async () => {
  const playground = await aPlayground();
  const url = `${playground.apiRoot}/bot${token}/sendMessage`;
  await fetch(`${url}?chat_id=${siti}&text=satu`);
  const body = new URLSearchParams({ chat_id: String(siti), text: 'dua' });
  await fetch(url, { method: 'POST', body });
  await fetch(`${url}?text=tiga`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ chat_id: siti }),
  });
  expect(playground.telegram.chat(siti).map(({ text }) => text)).toEqual(['satu', 'dua', 'tiga']);
});

test('broken JSON and giant bodies are refused and harm nothing', async () => {
  const playground = await aPlayground();
  const url = `${playground.apiRoot}/bot${token}/sendMessage`;
  const post = (body: string | Uint8Array<ArrayBuffer>) =>
    fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
  expect(await (await post('{"chat_id":')).json()).toMatchObject({ error_code: 400 });
  expect(await (await post('[1]')).json()).toMatchObject({ error_code: 400 });
  const giant = await post(new Uint8Array(53 * 1024 * 1024)).catch(() => undefined);
  expect(giant?.status ?? 413).toBe(413);
  expect(await call(playground, 'getMe')).toMatchObject({ ok: true });
});
