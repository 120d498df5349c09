import type { Talker } from './talk';

/** What a centre answers to each question about a paper. */
const answers: readonly (readonly [RegExp, string])[] = [
  [/nomor NIB/u, '1234567890123'],
  [/nomor VIN/u, '1912321401'],
  [/nomor sertifikat|nomor tanda daftar/u, '503/12/2026'],
  [/Tanggal berapa yang tertera/u, '20 nov 2026'],
  [/Akreditasi berlaku sampai/u, '1 des 2027'],
  [/berlaku sampai|catatan/u, '<Lewati>'],
];

/** Answers whatever is asked until the summary, and sends it. */
async function answered(talker: Talker): Promise<void> {
  for (;;) {
    const { text } = talker.sees();
    if (text.includes('ringkasan')) break;
    const [, answer] = answers.find(([question]) => question.test(text)) ?? [];
    if (answer === undefined) throw new Error(`Nobody knows what to answer: ${text}`);
    await talker.goes(answer);
  }
  await talker.taps('Kirim');
}

/** Reports the next step of a centre from where the chat stands; returns its id. */
export async function reportNext(talker: Talker): Promise<string> {
  const { text } = await talker.taps('▶');
  await talker.taps('Sudah diajukan');
  await answered(talker);
  return text.split(' ')[0] ?? '';
}

/** Confirms what was reported last, from the message that told of it; leaves out what is not known. */
export async function confirmLast(officer: Talker): Promise<void> {
  await officer.settled();
  await officer.taps('Periksa langkah');
  let { text } = await officer.taps('Selesai');
  if (text.startsWith('Tersimpan')) return;
  while (!text.includes('ringkasan')) ({ text } = await officer.taps('Lewati'));
  await officer.taps('Selesai');
}
