import { cast } from '../../src/cast';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { anOfficerElsewhere } from '../support/officer-elsewhere';
import { receiptIn } from '../support/seen';
import type { Talker } from '../support/talk';

let home: BotAtHome;
let ratna: Talker;
let hamdan: Talker;
beforeEach(async () => {
  home = await botAtHome();
  ratna = home.as(cast.ratna);
  hamdan = home.as(cast.hamdan);
});
afterEach(() => home.stop());

const idOf = async ({ id }: { readonly id: number }) =>
  (await home.world.people.byTelegram(id))?.id ?? '';
const report = (id: string) => home.store.collection('reports').findOne({ _id: id as never });
/** What the bot said to a manager that they had not asked for. */
const told = async (who: Talker) => {
  await who.settled();
  return who.chat().flatMap(({ from, text }) => (from.isBot ? [text] : []));
};
const aClass = ['<Kelas singkat>', 'Mengetik cepat', '<Hari ini>', '<16>', '12', '8', '<Lewati>'];

describe('an officer who writes down what a manager tells by telephone', () => {
  it('reports an activity, marked as theirs, which the manager can open and correct', async () => {
    await ratna.goes('/lapor', 'Bina Iman', ...aClass);
    const id = receiptIn(await ratna.taps('Kirim'));
    expect(ratna.sees().text).toContain('sudah dicatat atas nama BLK Bina Iman');
    expect(ratna.sees().text).toContain('Ustaz Hamdan sudah kami beri tahu.');
    expect(await report(id)).toMatchObject({
      ...{ institution: 'bina-iman', kind: 'kelas_singkat', men: 12, women: 8 },
      ...{ onBehalf: true, reportedBy: await idOf(cast.ratna) },
    });
    const words = 'Ibu Ratna dari dinas mencatat laporan Kelas singkat santri/warga atas nama BLK';
    expect(await told(hamdan)).toEqual([expect.stringContaining(words)]);
    expect((await hamdan.taps('Lihat laporan')).text).toContain(
      'Dicatat oleh petugas: Ibu Ratna, atas nama BLK\nTopik: Mengetik cepat',
    );
  });

  it('counts as the word of that centre and of no other', async () => {
    await ratna.goes('/lapor', 'Bina Iman', ...aClass, '<Kirim>');
    const status = async (who: Talker) => (await who.says('/status')).text;
    expect(await status(hamdan)).toContain('Aktif');
    expect(await status(home.as(cast.maryam))).not.toContain('Aktif');
  });

  it('says that nothing took place, and why', async () => {
    await ratna.goes('/nihil', '<Al Ikhsan>', '<Dana belum tersedia>', '<Lewati>');
    const id = receiptIn(await ratna.taps('Kirim'));
    expect(await report(id)).toMatchObject({
      ...{ sort: 'nil', institution: 'al-ikhsan', onBehalf: true },
      reportedBy: await idOf(cast.ratna),
    });
    expect(await told(home.as(cast.maryam))).toEqual([
      expect.stringMatching(/Ibu Ratna dari dinas mencatat atas nama BLK Al Ikhsan.*Dana/u),
    ]);
  });

  it('notes how far a step of the registration is, which waits to be looked at', async () => {
    await ratna.goes('/progres iman', '<Bina Iman>', '<Pendataan awal>', '<A2 Kontak pengelola>');
    await ratna.goes('<Catat kabar BLK>', '<Sudah diajukan>', 'Disampaikan lewat telepon');
    await ratna.hurries('<Kirim>', '<Kirim>');
    expect(ratna.sees().text).toContain('diajukan');
    const kept = await home.world.registrations.of('bina-iman');
    const by = await idOf(cast.ratna);
    expect(kept?.steps['A2']).toMatchObject({ state: 'submitted', onBehalf: true, by });
    expect(kept?.history).toHaveLength(1);
    const words = 'mencatat atas nama BLK Bina Iman: langkah A2 Kontak pengelola diajukan';
    expect(await told(hamdan)).toEqual([expect.stringContaining(words)]);
    expect((await hamdan.taps('Lihat langkah')).text).toContain(
      'oleh pengelola BLK, dicatat petugas',
    );
    const tasks = { kind: 'registration', institution: 'bina-iman' };
    expect(await home.store.collection('tasks').countDocuments(tasks)).toBe(1);
  });

  it('notes no more of a step that the manager reported meanwhile', async () => {
    await ratna.goes('/progres iman', '<Bina Iman>', '<Pendataan awal>', '<A2 Kontak pengelola>');
    await ratna.goes('<Catat kabar BLK>', '<Sudah diajukan>', '<Lewati>');
    await hamdan.goes('/progres', '<▶ A2>', '<Sedang disiapkan>', '<Lewati>', '<Kirim>');
    await ratna.taps('Kirim');
    expect(await told(ratna)).toContainEqual(
      expect.stringContaining('baru saja diubah oleh Hamdan'),
    );
    const kept = await home.world.registrations.of('bina-iman');
    expect(kept?.steps['A2']).toMatchObject({ state: 'preparing' });
    expect(kept?.steps['A2']).not.toHaveProperty('onBehalf');
  });

  it('does it once, however often Kirim is tapped, and tells of it once', async () => {
    await ratna.goes('/nihil', '<Bina Iman>', '<Dana belum tersedia>', '<Lewati>');
    await ratna.hurries('<Kirim>', '<Kirim>');
    expect(await home.store.collection('reports').countDocuments()).toBe(1);
    expect(await told(hamdan)).toHaveLength(1);
  });

  it('is told whom to call when nobody there can be reached', async () => {
    home.telegram.blocks(cast.rahmat.id);
    await ratna.settled();
    await ratna.goes('/nihil', '<Datu Ismail>', '<Dana belum tersedia>', '<Lewati>', '<Kirim>');
    expect(ratna.sees().text).toContain('belum dapat dihubungi lewat bot');
    expect(ratna.sees().text).toContain('Rahmat');
  });
});

describe('an officer of another regency', () => {
  it('finds no centre to report for', async () => {
    await anOfficerElsewhere(home);
    const fauzi = home.as(cast.fauzi);
    for (const command of ['/lapor', '/nihil'])
      expect((await fauzi.says(command)).text).toContain('belum ada BLK dalam wilayah tugas Anda');
  });
});
