import { givenEntities } from '../../src/playground/entities/given';
import { plainFormatted } from '../../src/playground/entities/formatted';
import { aPlayground, call, sent, siti, stopAll } from './support/ground';

afterEach(stopAll);

const bold = (offset: number, length: number) => ({ type: 'bold', offset, length });

test.each([
  ['ab', [bold(-1, 1)], 'Receive an entity with incorrect offset -1'],
  ['ab', [bold(0, -1)], 'Receive an entity with incorrect length -1'],
  ['ab', [bold(3, 1)], 'Entity begins after the end of the text at UTF-16 offset 3'],
  [
    'ab',
    [bold(1, 2)],
    'Entity beginning at UTF-16 offset 1 ends after the end of the text at UTF-16 offset 3',
  ],
  ['é😀b', [bold(2, 1)], 'Entity begins in a middle of a UTF-16 symbol at byte offset 2'],
  [
    'a😀b',
    [bold(0, 2)],
    'Entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at byte offset 1',
  ],
  ['ab', [{ type: 'bold' }], "can't parse MessageEntity: expected an Object"],
  ['ab', ['bold'], "can't parse MessageEntity: expected an Object"],
])('refuses entities that do not fit the text %j: %j', (text, entities, why) => {
  expect(() => givenEntities(text, entities)).toThrow(why);
});

test('counts emoji as two, and keeps what is marked there', () => {
  expect(plainFormatted(' 😀 penting', [bold(1, 2), bold(4, 7)])).toEqual({
    text: '😀 penting',
    entities: [bold(0, 2), bold(3, 7)],
  });
});

test('splits what overlaps in part, and leaves code to itself', () => {
  const italic = { type: 'italic', offset: 2, length: 4 };
  expect(givenEntities('abcdef', [bold(0, 4), italic])).toEqual([
    bold(0, 4),
    { ...italic, length: 2 },
    { ...italic, offset: 4, length: 2 },
  ]);
  const code = { type: 'code', offset: 1, length: 2 };
  expect(givenEntities('abcdef', [bold(0, 4), code])).toEqual([code]);
});

test('leaves out what is empty, what Telegram finds itself, and links that lead nowhere', () => {
  const link = { type: 'text_link', offset: 0, length: 2 };
  expect(givenEntities('ab', [bold(1, 0), { type: 'url', offset: 0, length: 2 }])).toEqual([]);
  expect(givenEntities('ab', [{ ...link, url: 'nonsense' }])).toEqual([]);
  expect(givenEntities('ab', [{ ...link, url: 'paser.go.id' }])).toEqual([
    { ...link, url: 'http://paser.go.id/' },
  ]);
});

const act = async (apiRoot: string, name: string, fields: object) => {
  const isForm = fields instanceof FormData;
  const response = await fetch(`${apiRoot}/sim/${name}`, {
    method: 'POST',
    headers: isForm ? {} : { 'Content-Type': 'application/json' },
    body: isForm ? fields : JSON.stringify(fields),
  });
  return (await response.json()) as { ok: boolean; why?: string };
};

test('what people format in a text reaches the bot as its entities', async () => {
  const ground = await aPlayground();
  const text = 'Rapat besok di paser.go.id/a_b';
  await act(ground.apiRoot, 'says', { personId: siti, text, entities: [bold(0, 5)] });
  const messageId = ground.telegram.chat(siti)[0]!.id;
  const edited = { personId: siti, messageId, text: 'Rapat lusa', entities: [bold(6, 4)] };
  await act(ground.apiRoot, 'edits', edited);
  expect(await call(ground, 'getUpdates')).toMatchObject({
    result: [
      { message: { text, entities: [bold(0, 5)] } },
      { edited_message: { text: 'Rapat lusa', entities: [bold(6, 4)] } },
    ],
  });
  const wrong = { personId: siti, text: 'a', entities: [bold(0, 2)] };
  expect(await act(ground.apiRoot, 'says', wrong)).toMatchObject({ ok: false });
  expect(ground.telegram.chat(siti)).toHaveLength(1);
});

test('what people format in a caption reaches the bot as its entities, in an album too', async () => {
  const ground = await aPlayground();
  const form = (caption?: string) => {
    const made = new FormData();
    made.set('personId', String(siti));
    made.set('albumOf', 'kegiatan');
    if (caption !== undefined) made.set('caption', caption);
    if (caption !== undefined) made.set('entities', JSON.stringify([bold(3, 5)]));
    return made;
  };
  await act(ground.apiRoot, 'sendsPhoto', form('😀 hasil'));
  await act(ground.apiRoot, 'sendsPhoto', form());
  const file = form('😀 hasil');
  file.set('file', new Blob(['x'], { type: 'text/plain' }), 'a.txt');
  await act(ground.apiRoot, 'sendsDocument', file);
  const captioned = { caption: '😀 hasil', caption_entities: [bold(3, 5)] };
  expect(await call(ground, 'getUpdates')).toMatchObject({
    result: [
      { message: captioned },
      { message: { media_group_id: expect.any(String) as string } },
      { message: captioned },
    ],
  });
  expect(ground.telegram.chat(siti)[0]).toMatchObject({ entities: [bold(3, 5)] });
});

test('entities of the bot are checked as those of people are', async () => {
  const ground = await aPlayground();
  await act(ground.apiRoot, 'says', { personId: siti, text: '/start' });
  const words = { chat_id: siti, text: '😀 halo' };
  await sent(ground, { ...words, entities: [bold(3, 4)] });
  expect(ground.telegram.chat(siti).at(-1)?.entities).toEqual([bold(3, 4)]);
  expect(await call(ground, 'sendMessage', { ...words, entities: [bold(1, 1)] })).toMatchObject({
    ok: false,
    error_code: 400,
    description: 'Bad Request: Entity begins in a middle of a UTF-16 symbol at byte offset 0',
  });
});
