import { cast } from '../../../src/cast';
import { type BotAtHome, botAtHome } from '../../support/bot-at-home';
import { eventually } from '../../support/eventually';

let home: BotAtHome;
beforeAll(async () => {
  home = await botAtHome();
});
afterAll(() => home.stop());

const bytes = Buffer.from('nama;kabupaten\nBina Iman;Paser\n');
const sendsFile = () => {
  home.telegram.sendsDocument(cast.hamdan.id, { name: 'blk.csv', type: 'text/csv', bytes });
  const sent = home.telegram.chat(cast.hamdan.id).at(-1)?.media;
  if (!sent) throw new Error('The file is not in the chat');
  return sent.fileId;
};

describe('a file that somebody sent', () => {
  it('is fetched byte by byte', async () => {
    const fetched = await home.world.files.fetch(sendsFile(), 1000);
    expect(Buffer.from(fetched ?? []).toString()).toBe(bytes.toString());
  });

  it('is not fetched when it is too large, or gone', async () => {
    expect(await home.world.files.fetch(sendsFile(), 10)).toBeUndefined();
    expect(await home.world.files.fetch('no such file', 1000)).toBeUndefined();
  });
});

describe('a file that the bot sends', () => {
  it('arrives under its name, byte by byte', async () => {
    const file = { name: 'data.csv', base64: bytes.toString('base64') };
    const chat = cast.maryam.id;
    const kind = 'answer' as const;
    const at = home.clock.now();
    await home.world.outbox.put([{ key: 'file', chat, kind, act: { do: 'file', file }, at }]);
    const arrived = await eventually(() => home.telegram.chat(chat).at(-1)?.media);
    expect(arrived.name).toBe('data.csv');
    const fetched = await home.world.files.fetch(arrived.fileId, 1000);
    expect(Buffer.from(fetched ?? []).toString()).toBe(bytes.toString());
  });
});
