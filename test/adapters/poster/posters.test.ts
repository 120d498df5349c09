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
    for (let x = 60; x < width - 60; x += 1)
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
    expect(inkBetween(full, 0.05, 0.2)).toBeGreaterThan(10_000);
    expect(inkBetween(empty, 0.05, 0.15)).toBe(0);
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

  it('are in the largest letters when the words are few', () => {
    expect(fittedLines('Bina Iman', room)).toEqual({ size: 90, lines: ['Bina Iman'] });
  });
});
