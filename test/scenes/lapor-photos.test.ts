import { cast } from '../../src/cast';
import { drawSample } from '../../src/playground/image';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { labels, receiptIn } from '../support/seen';
import type { Talker } from '../support/talk';

let home: BotAtHome;
let hamdan: Talker;
beforeAll(async () => {
  home = await botAtHome();
  hamdan = home.as(cast.hamdan);
});
beforeEach(async () => {
  await hamdan.goes('/lapor', '<Produksi>', 'Cetak spanduk', '<Hari ini>');
});
afterEach(() => hamdan.says('/batal'));
afterAll(() => home.stop());

/** Sends small pictures without waiting in between, then waits for the bot. */
async function sends(pictures: readonly number[], albumOf?: string): Promise<void> {
  const sent = pictures.map((seed) =>
    home.telegram.sendsPhoto(hamdan.id, drawSample(seed, 16, 12), { albumOf }),
  );
  await hamdan.settled(sent.at(-1)?.updateId);
}

const fromBot = () => hamdan.chat().filter(({ from }) => from.isBot).length;

async function photosKept(): Promise<unknown[]> {
  const id = receiptIn(await hamdan.goes('<Selesai>', '<Kirim>'));
  const report = await home.store.collection('reports').findOne({ _id: id as never });
  return report?.['photos'] as unknown[];
}

describe('photos of /lapor', () => {
  it('are counted one by one, the same picture once', async () => {
    await sends([1]);
    expect(hamdan.sees().text).toContain('Sudah ada 1 foto.');
    await sends([2, 2]);
    expect(hamdan.sees().text).toContain('Sudah ada 2 foto.');
    const photo = { fileId: expect.any(String) as string, uniqueId: expect.any(String) as string };
    expect(await photosKept()).toEqual([photo, photo]);
  });

  it('of one album are counted in one message, and can be taken back', async () => {
    const before = fromBot();
    await sends([3, 4, 5], 'panen');
    expect(fromBot()).toBe(before + 1);
    expect(hamdan.sees().text).toContain('Sudah ada 3 foto.');
    expect(labels(hamdan.sees())).not.toContain('Lewati');
    await hamdan.taps('Kosongkan foto');
    expect(hamdan.sees().text).not.toContain('Sudah ada');
    await hamdan.taps('Lewati');
    expect(hamdan.sees().text).toContain('Foto: tidak ada');
  });

  it('are kept up to ten; what is beyond is declined kindly', async () => {
    await sends([11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22]);
    expect(hamdan.sees().text).toContain('Paling banyak 10 foto, jadi foto selebihnya tidak ikut.');
    expect(hamdan.sees().text).not.toContain('kirim lagi');
    expect(await photosKept()).toHaveLength(10);
  });

  it('stay when they are opened again at the summary', async () => {
    await sends([9]);
    await hamdan.goes('<Selesai>', '<Ubah Foto>');
    await sends([10]);
    await hamdan.taps('Selesai');
    expect(hamdan.sees().text).toContain('Foto: 2 foto');
  });

  it('are not taken where words are asked for, and words not where photos are', async () => {
    await hamdan.says('tidak ada foto');
    expect(hamdan.sees().text).toContain('di sini yang ditunggu foto, bukan tulisan');
    await hamdan.taps('Kembali');
    await sends([23]);
    expect(hamdan.sees().text).toContain('perlu dijawab dengan tulisan');
  });
});
