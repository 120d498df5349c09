import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cast } from '../../src/cast';
import type { Checklist } from '../../src/domain/checklist';
import { firstChecklist } from '../../src/domain/first-checklist';
import { checklistTemplate } from '../../src/rules/checklist-text';
import { type BotAtHome, botAtHome, monday } from '../support/bot-at-home';
import { confirmLast, reportNext } from '../support/registration-steps';
import { labels } from '../support/seen';
import { temporaryFolder } from '../support/temporary-folder';

let home: BotAtHome;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let path: string;
beforeAll(async () => {
  folder = await temporaryFolder();
  path = join(folder.path, 'daftar-periksa.json');
  home = await botAtHome(monday, undefined, path);
});
afterAll(async () => {
  await home.stop();
  await folder.remove();
});

const { hamdan, yusuf, maryam, ratna } = cast;
const kept = async (institution: string) => (await home.world.registrations.of(institution))!;
const stateOf = async (institution: string, step: string) =>
  (await kept(institution)).steps[step]?.state;
/** What somebody was told with these words in it. */
const told = ({ id }: { readonly id: number }, words: string) =>
  home.telegram.chat(id).filter(({ from, text }) => from.isBot && text.includes(words));

/** An officer confirms these steps, of which nothing was reported, one after the other. */
async function confirms({ id }: { readonly id: number }, institution: string, steps: string) {
  const under = home.as({ id }).sees().id;
  const [last, ...others] = steps.split(' ').toReversed();
  for (const step of others.toReversed())
    home.telegram.tapsData(id, id, under, `progres:${institution}.d.${step}.0`);
  await home.as({ id }).forges(`progres:${institution}.d.${last}.0`);
}

/** The second version: one step less, one more, one renamed, two that became one. */
const secondVersion = (): Checklist => ({
  ...firstChecklist,
  version: '2',
  stages: firstChecklist.stages.map((stage) => ({
    ...stage,
    steps: stage.steps.flatMap((step) => {
      if (step.id === 'B1')
        return { ...step, id: 'B12', name: 'Akta dan pengesahan', was: ['B1', 'B2'] };
      if (step.id === 'B2' || step.id === 'D3') return [];
      if (step.id === 'C5') return { ...step, id: 'C50', was: ['C5'] };
      return step.id === 'E6'
        ? [{ ...step, id: 'E7', name: 'Data baru', owner: 'pengelola' }, step]
        : step;
    }),
  })),
});

/** One registration from its beginning to its end; every test goes on where the last one ended. */
describe('a registration through OSS', () => {
  it('shows the manager how far it is, what comes next and which paper is missing', async () => {
    const { text } = await home.as(hamdan).says('/progres');
    expect(text.split('\n').slice(0, 4)).toEqual([
      'Progres pendaftaran · BLK Bina Iman',
      'Jalur: OSS (izin usaha lembaga swasta atau yayasan, lalu VIN)',
      '',
      '░░░░░ 0/5 Pendataan awal',
    ]);
    expect(text).toContain('Langkah berikutnya: A2 Kontak pengelola');
    expect(text).toContain('Menunggu petugas: A1 Data dasar lembaga, A5 Cek jalur');
    expect(text).toContain('bot tidak terhubung dengan SIAPkerja (dulu Sisnaker)');
  });

  it('tells the office of what was reported, and the centre of what was decided', async () => {
    expect(await reportNext(home.as(hamdan))).toBe('A2');
    expect(await stateOf('bina-iman', 'A2')).toBe('submitted');
    await confirmLast(home.as(ratna));
    expect(await stateOf('bina-iman', 'A2')).toBe('done');
    await home.as(hamdan).settled();
    const words = 'langkah A2 Kontak pengelola BLK Bina Iman sudah diverifikasi petugas';
    expect([
      told(hamdan, words).length,
      told(yusuf, words).length,
      told(maryam, words).length,
    ]).toEqual([1, 1, 0]);
  });

  it('ticks papers as there or not there, without taking them', async () => {
    const { text } = await home.as(hamdan).taps('Buka A3');
    expect(text).toContain('Surat yang belum ada: SK pengurus BLK');
    await home.as(hamdan).taps('☐ SK pengurus BLK: belum');
    expect((await kept('bina-iman')).steps['A3']?.papers).toEqual(['sk']);
    expect(home.as(hamdan).sees().text).not.toContain('Surat yang belum ada');
    await home.as(hamdan).goes('<☑ SK pengurus BLK: ada>', '<☐ SK pengurus BLK: belum>');
  });

  it('is returned with a reason, put right and confirmed', async () => {
    const [manager, officer] = [home.as(hamdan), home.as(ratna)];
    await manager.goes('<Sedang disiapkan>', 'Menunggu tanda tangan kiai', '<Kirim>');
    await officer.settled();
    expect(officer.sees().text).toContain('langkah A3 Susunan pengurus disiapkan');
    expect(officer.sees().text).toContain('Catatan: Menunggu tanda tangan kiai');
    await officer.goes('<Periksa langkah>', '<Kembalikan>', 'SK belum bertanggal', '<Kirim>');
    await manager.settled();
    expect(manager.sees().text).toContain('Catatan petugas: SK belum bertanggal');
    await manager.goes('<Perbaiki langkah>', '<Sudah diajukan>', '<Lewati>', '<Kirim>');
    await confirmLast(officer);
    const { history } = await kept('bina-iman');
    expect(history.flatMap(({ step, to }) => (step === 'A3' ? [to] : []))).toEqual([
      ...['preparing', 'returned', 'submitted', 'done'],
    ]);
  });

  it('gets its path and the own steps of the office from an officer', async () => {
    await home.as(ratna).goes('/progres iman', '<Bina Iman>', '<A1 Data dasar>', '<Selesai>');
    await home.as(ratna).goes('<Lihat progres>', '<Tetapkan jalur>', '<OSS>');
    expect(await kept('bina-iman')).toMatchObject({
      path: 'oss',
      steps: { A5: { state: 'done' } },
    });
    await home.as(hamdan).settled();
    expect(told(hamdan, 'Jalur pendaftaran BLK Bina Iman sudah ditetapkan petugas')).toHaveLength(
      1,
    );
  });

  it('goes on to the licence', async () => {
    await confirms(ratna, 'bina-iman', 'A4 B1 B2 B3 B4 B5 C1 C2 C3 C4 C5 D1');
    const { text } = await home.as(hamdan).says('/progres');
    expect(text).toContain('▓▓▓▓▓ 5/5 Profil dan program');
    expect(text).toContain('▓▓▓▓▓ 5/5 Dokumen legal');
    expect(text).toContain('Langkah berikutnya: D2 NIB');
  });

  it('refuses a number of the wrong length with a hint', async () => {
    await home.as(hamdan).goes('<▶ D2>', '<Sudah diajukan>', '12345');
    expect(home.as(hamdan).sees().text).toContain(
      'nomor NIB terdiri dari 13 angka, yang kami baca 5',
    );
    await home.as(hamdan).goes('NIB 1234-5678-9012-3', '<Lewati>', '<Lewati>', '<Kirim>');
    expect((await kept('bina-iman')).steps['D2']).toMatchObject({ number: '1234567890123' });
  });

  it('is opened from the to-do list of the office', async () => {
    const { text } = await home.as(ratna).says('/tugas');
    expect(text).toContain('1. Bina Iman: langkah D2 NIB menunggu pemeriksaan');
    await home.as(ratna).taps('1. Buka langkah');
    expect(home.as(ratna).sees().text).toContain('D2 NIB');
    expect(home.as(ratna).sees().text).not.toContain('Surat yang belum ada');
    expect(labels(home.as(ratna).sees())).toContain('Selesai');
  });

  it('loses no state when the checklist gets a new version in the middle', async () => {
    const before = await kept('bina-iman');
    await writeFile(path, checklistTemplate(secondVersion()));
    const { text } = await home.as(hamdan).says('/progres');
    expect(text).toContain('▓▓▓▓▓ 4/4 Dokumen legal');
    expect(text).toContain('▓▓▓▓▓ 5/5 Profil dan program');
    const { steps, aside, checklistVersion } = await kept('bina-iman');
    expect(checklistVersion).toBe('2');
    const { B1, B2, C5, ...others } = before.steps;
    expect(steps).toMatchObject({ ...others, B12: { state: 'done' }, C50: { state: 'done' } });
    expect(aside).toEqual({ B1, B2, C5 });
  });

  it('goes on under the new version until the centre is accredited', async () => {
    await confirmLast(home.as(ratna));
    await confirms(ratna, 'bina-iman', 'D4 D5 D6 E1 E2 E3 E4');
    await home.as(hamdan).says('/progres');
    expect(await reportNext(home.as(hamdan))).toBe('E5');
    await confirmLast(home.as(ratna));
    expect(await stateOf('bina-iman', 'E5')).toBe('done');
    await confirms(ratna, 'bina-iman', 'E6 E7 F1 F2 G1 G2');
    await home.as(hamdan).says('/progres');
    expect(await reportNext(home.as(hamdan))).toBe('G3');
    await confirmLast(home.as(ratna));
    const { text } = await home.as(hamdan).says('/progres');
    expect(text).toContain('▓▓▓▓▓ 5/5 Izin usaha (OSS)');
    expect(text).toContain('▓▓▓▓▓ 7/7 SIAPkerja (dulu Sisnaker) dan VIN');
    expect(text).toContain('▓▓▓▓▓ 3/3 Akreditasi LA-LPK (pilihan)');
  });
});

describe('a registration by Tanda Daftar', () => {
  it('is led by an officer to the licence, from the list', async () => {
    await home.as(ratna).goes('/progres', '<Al Ikhsan>', '<Tetapkan jalur>', '<Tanda daftar>');
    await confirms(ratna, 'al-ikhsan', 'A1 A2 A3 A4 B12 B3 B4 B5 C1 C2 C3 C4 C50');
    const { text } = await home.as(maryam).says('/progres');
    expect(text).toContain('▓▓▓▓▓ 5/5 Profil dan program');
    expect(text).toContain('Langkah berikutnya: DA1 Ajukan tanda daftar');
    expect(text).not.toContain('OSS');
  });

  it('goes on to the accreditation, with a step that does not apply', async () => {
    await reportNext(home.as(maryam));
    await confirmLast(home.as(ratna));
    await home.as(ratna).goes('<▶ DA2>', '<Selesai>', '503/TD/2026', '<Hari ini>', '<Selesai>');
    await confirms(ratna, 'al-ikhsan', 'E1 E2 E3 E5 E6 E7 F1 F2 G1 G2');
    await home.as(ratna).goes('/progres ikhsan', '<Al Ikhsan>', '<SIAPkerja>', '<E4>');
    await home.as(ratna).taps('Tidak berlaku');
    await home.as(maryam).says('/progres');
    expect(await reportNext(home.as(maryam))).toBe('G3');
    await confirmLast(home.as(ratna));
    const { text } = await home.as(maryam).says('/progres');
    expect(text).toContain('▓▓▓▓▓ 2/2 Tanda daftar');
    expect(text).toContain('▓▓▓▓▓ 6/6 SIAPkerja (dulu Sisnaker) dan VIN');
    expect(text).toContain('▓▓▓▓▓ 3/3 Akreditasi LA-LPK (pilihan)');
  });
});

describe('what comes later', () => {
  /** Passes over the time up to a morning in Tanah Grogot, and plays that morning. */
  const morning = async (on: string) => {
    home.clock.set(new Date(`${on}T06:00:00+08:00`));
    await home.playTo(`${on}T08:31:00+08:00`);
  };

  it('mentions a step without movement for 30 days, in the digest and in the check-in', async () => {
    const { rahmat } = cast;
    await home.as(rahmat).goes('/progres', '<▶ A2>', '<Sedang disiapkan>', '<Lewati>', '<Kirim>');
    await morning('2027-01-04');
    const [digest] = told(ratna, 'Pendaftaran belum bergerak 30 hari: ');
    expect(digest?.text).toContain('– Datu Ismail: A2 Kontak pengelola, sejak 23 Nov 2026');
    const [asked] = told(
      rahmat,
      'Langkah pendaftaran A2 Kontak pengelola terakhir kami catat 23 Nov 2026',
    );
    expect(asked?.text).toContain('Bila ada kemajuan, mohon dikabarkan.');
    expect(told(hamdan, 'Langkah pendaftaran A2')).toEqual([]);
  });

  it('warns the office 90 days before an accreditation ends, a year later', async () => {
    await morning('2027-09-02');
    const words = 'Akreditasi BLK Bina Iman berakhir 90 hari lagi, Rabu, 1 Desember 2027';
    expect(told(ratna, words)).toHaveLength(1);
    expect(told(ratna, words.replace('Bina Iman', 'Al Ikhsan'))).toHaveLength(1);
  });
});
