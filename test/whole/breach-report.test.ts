import { cast } from '../../src/cast';
import { startProcess } from '../support/bot-process';
import { chatter } from '../support/chatter';
import { type WholeBot, wholeBot } from '../support/whole-bot';

let bot: WholeBot;
beforeAll(async () => {
  bot = await wholeBot();
});
afterAll(() => bot.close());

async function report(...args: readonly string[]) {
  const process = startProcess(bot.settings, { script: 'src/cli/breach-report.ts', args });
  const { code } = await process.ended;
  return { code, printed: process.output(), errors: process.errors() };
}

test('a report beside a running bot names whom to tell, of what, and until when', async () => {
  await bot.start();
  await chatter(bot.telegram, cast.hamdan.id).goes('/saya', /Nama/u);
  await chatter(bot.telegram, cast.fauzi.id).goes('/bantuan', /bantuan|Perintah/iu);
  const officer = chatter(bot.telegram, cast.ratna.id);
  await officer.goes('/nomorblk datu-ismail', /nomor/iu);
  await officer.goes('0812345678', /ringkasan/u);
  await officer.goes('<Simpan>', /sudah dicatat: \+62812345678/u);
  const { code, printed, errors } = await report('2026-11-24T08:30+08:00');
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  expect(printed).toContain('Diketahui  : Selasa, 24 November 2026, pukul 08.30');
  expect(printed).toContain('Batas waktu: Jumat, 27 November 2026, pukul 08.30');
  expect(printed).toMatch(/Ustaz Hamdan · Pengelola BLK Bina Iman · Telegram 1001 · telepon –/u);
  expect(printed).toMatch(/Tanpa nama \(pernah menulis kepada bot\) · Telegram 3002/u);
  expect(printed).toMatch(/Data: .*Data diri, peran, dan persetujuan \(1\)/u);
  expect(printed).toContain('Pesan bot kepada orang ini');
  expect(printed.split('D. CONTOH SURAT')[0]).not.toContain('Anda');
  expect(printed).toContain(
    'C. NOMOR TELEPON YANG DICATAT PETUGAS (1 lembaga; diberi tahu lewat nomor itu)\nBLK Datu Ismail: +62812345678',
  );
  expect(printed).toContain('Yth. [nama]');
}, 60_000);

test('a moment that is none is explained', async () => {
  const { code, errors } = await report('kemarin');
  expect(code).toBe(1);
  expect(errors).toContain('"kemarin" is no moment.');
  expect(errors).toContain('Usage: npm run breach-report');
  expect(errors).not.toMatch(/\n\s+at /u);
}, 60_000);
