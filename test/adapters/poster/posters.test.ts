import { crc32 } from 'node:zlib';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { fittedLines, heightOf, widthOf } from '../../../src/adapters/poster/fitted-lines';
import { posterSvg } from '../../../src/adapters/poster/poster-svg';
import { posters } from '../../../src/adapters/poster/posters';
import type { Poster } from '../../../src/ports/posters';

const poster = (change: Partial<Poster> = {}): Poster => ({
  title: 'BLK Komunitas Pesantren Bina Iman',
  lines: ['Kejuruan: Desain Komunikasi Visual', 'Kec. Kuaro, Kabupaten Paser'],
  invitation: 'Pindai dengan kamera ponsel untuk melihat jadwal pelatihan dan cara mendaftar',
  link: 'https://t.me/blk_aktif_bot?start=info_bina-iman',
  footer: 'Dikelola oleh Disnakertrans Kabupaten Paser.',
  ...change,
});

const drawn = async (change?: Partial<Poster>) =>
  PNG.sync.read(Buffer.from(await posters.draw(poster(change))));

/** What a telephone reads in the picture. */
const scanned = ({ data, width, height }: PNG) =>
  jsQR(new Uint8ClampedArray(data), width, height)?.data;

/** How many dark dots there are in a band of the sheet, as a share of its height. */
function inkBetween({ data, width, height }: PNG, from: number, to: number): number {
  let dark = 0;
  for (let y = Math.round(from * height); y < to * height; y += 1)
    for (let x = 120; x < width - 120; x += 1)
      if ((data[(y * width + x) * 4] ?? 255) < 128) dark += 1;
  return dark;
}

describe('a poster', () => {
  it('has the proportions of A4 and is read by a scanner', async () => {
    const picture = await drawn();
    expect(picture.width / picture.height).toBeCloseTo(210 / 297, 2);
    expect(scanned(picture)).toBe('https://t.me/blk_aktif_bot?start=info_bina-iman');
  });

  it('has letters on it, also where the machine has no fonts', async () => {
    const [full, empty] = [await drawn(), await drawn({ title: '', lines: [] })];
    expect(inkBetween(full, 0.06, 0.2)).toBeGreaterThan(10_000);
    expect(inkBetween(empty, 0.06, 0.15)).toBe(0);
  });

  it('is read with the longest name and link there can be', async () => {
    const link = `https://t.me/${'b'.repeat(32)}?start=${'a'.repeat(64)}`;
    const title = `BLK Komunitas Pesantren ${'Darussalam '.repeat(12)}`;
    expect(scanned(await drawn({ title, link }))).toBe(link);
  });

  it('shows names as typed, whatever signs they are made of', () => {
    const svg = posterSvg(poster({ title: 'A <b>&"kuat"\u202E 🎓\u0007' }));
    expect(svg).toContain('>A &lt;b&gt;&amp;&quot;kuat&quot;<');
  });

  it('draws the signs that its letters have, and leaves out the others', async () => {
    expect(posters.legible('😀 A ★ عربي 🎓 漢字')).toBe('😀 A ★ عربي');
    expect(posters.legible('🎓🎓')).toBe('');
    const [smile, none] = [await drawn({ title: '😀★' }), await drawn({ title: '🎓' })];
    expect(inkBetween(smile, 0.06, 0.15)).toBeGreaterThan(inkBetween(none, 0.06, 0.15) + 500);
  });
});

describe('a sheet', () => {
  const perMillimetre = 1240 / 210;

  it('keeps everything at least 10 mm from its edge, where printers draw nothing', async () => {
    const { data, width, height } = await drawn({ title: 'Darussalam '.repeat(20) });
    const edge = Math.ceil(10 * perMillimetre);
    const isInside = (at: number, end: number) => at >= edge && at < end - edge;
    const outside = Array.from({ length: width * height }, (_, n) => n).filter(
      (n) => !isInside(n % width, width) || !isInside(Math.floor(n / width), height),
    );
    expect(outside.filter((n) => (data[n * 4] ?? 0) < 255)).toEqual([]);
  });

  it('says in the chunk pHYs how many dots a metre has, so that it is printed as large as A4', async () => {
    const png = Buffer.from(await posters.draw(poster()));
    const at = png.indexOf('pHYs');
    expect(at).toBeLessThan(png.indexOf('IDAT'));
    const [across, down, unit] = [png.readUInt32BE(at + 4), png.readUInt32BE(at + 8), png[at + 12]];
    expect([across, down, unit]).toEqual([5906, 5906, 1]);
    expect(1240 / across).toBeCloseTo(0.21, 3);
    expect(1754 / down).toBeCloseTo(0.297, 3);
    expect(png.readUInt32BE(at + 13)).toBe(crc32(png.subarray(at, at + 13)));
  });
});

describe('lines', () => {
  const room = { width: 1000, height: 300, size: 90, least: 20 };

  it('are as wide and as high as there is room', () => {
    for (const words of ['Bina Iman', 'Pesantren '.repeat(20), 'W'.repeat(200)]) {
      const fitted = fittedLines(words.trim(), room);
      expect(Math.max(...fitted.lines.map(widthOf)) * fitted.size).toBeLessThanOrEqual(room.width);
      expect(heightOf(fitted)).toBeLessThanOrEqual(room.height);
      expect(fitted.lines.join('').replaceAll(' ', '')).toBe(words.replaceAll(' ', ''));
    }
  });

  it('are about as long as each other, so that no last word stands alone', () => {
    const name = 'BLK Komunitas Pesantren Bina Iman';
    expect(fittedLines(name, room).lines).toEqual(['BLK Komunitas', 'Pesantren', 'Bina Iman']);
    const two = fittedLines('Kec. Paser Belengkong, Kabupaten Paser', { ...room, size: 60 });
    expect(two.lines).toEqual(['Kec. Paser Belengkong,', 'Kabupaten Paser']);
  });

  it('keep words whole that fit into a line', () => {
    const words = 'di Darussalamatunnajah kita';
    const { lines: found } = fittedLines(words, { ...room, width: 1100 });
    expect(found.join(' ')).toBe(words);
    expect(found).toContain('Darussalamatunnajah');
  });

  it('are in the largest letters when the words are few', () => {
    expect(fittedLines('Bina Iman', room)).toEqual({ size: 90, lines: ['Bina Iman'] });
  });
});
