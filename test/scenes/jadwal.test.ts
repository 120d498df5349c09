import { cast } from '../../src/cast';
import type { Course } from '../../src/domain/course';
import { day } from '../domain/support/days';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { anOfficerElsewhere } from '../support/officer-elsewhere';
import { labels } from '../support/seen';

const { hamdan, yusuf, maryam, ratna, joko, anwar, fauzi } = cast;

// A Monday, 09.00 in Tanah Grogot.
let home: BotAtHome;
beforeAll(async () => {
  home = await botAtHome();
  await anOfficerElsewhere(home);
}, 60_000);
afterAll(() => home.stop());

const told = ({ id }: { id: number }, words: string) =>
  home.telegram.chat(id).filter(({ from, text }) => from.isBot && text.includes(words));
const all = async () =>
  (await home.world.courses.ahead(['bina-iman'], day('2026-11-01'), { skip: 0, limit: 20 }))
    .courses;
const one = async (id: string): Promise<Course> => (await home.world.courses.one(id))!;
const plan = async (member: { id: number }, title: string, from: string) => {
  const manager = home.as(member);
  await manager.goes('/jadwal', '<Rencanakan pelatihan>', title, from, '<5 hari>', '<16>');
  await manager.goes('<Terbuka untuk umum>', '<Lewati>');
  return manager.taps('Kirim');
};

let course: string;

describe('a planned course', () => {
  it('is planned by tapping, and the officers in scope are asked to look at it', async () => {
    const receipt = await plan(hamdan, 'Desain grafis', '1 Desember 2026');
    expect(receipt.text).toContain('rencana pelatihannya sudah kami terima');
    expect(receipt.text).toContain('Status: Menunggu persetujuan');
    const [planned] = await all();
    expect(planned).toMatchObject({
      ...{ title: 'Desain grafis', startsOn: '2026-12-01', endsOn: '2026-12-05', quota: 16 },
      ...{ conditions: 'Terbuka untuk umum', state: 'waiting', changes: [] },
    });
    course = planned!.id;
    for (const officer of [ratna, joko])
      expect(told(officer, 'Rencana pelatihan baru: Desain grafis di BLK Bina Iman')).toHaveLength(
        1,
      );
    expect(told(fauzi, 'Desain grafis')).toEqual([]);
    expect((await home.as(ratna).says('/tugas')).text).toContain(
      'Rencana pelatihan menunggu persetujuan: 1, lihat /jadwal',
    );
  });

  it('is returned with a note, changed from its old answers, and waits again', async () => {
    await home.as(ratna).goes('/jadwal', '<1 Des 2026 · Desain grafis>', '<Perlu perbaikan>');
    await home.as(ratna).goes('Mohon syarat usianya ditulis', '<Kirim>');
    const [note] = told(hamdan, 'Catatan Ibu Ratna: Mohon syarat usianya ditulis');
    expect(labels(note!)).toEqual(['Ubah', 'Lihat jadwal']);
    const manager = home.as(hamdan);
    const summary = await manager.taps('Ubah', note!.id);
    expect(summary.text).toContain('Kuota: 16 orang');
    await manager.goes('<Ubah Syarat>', 'Usia 17 tahun ke atas', '<Kirim>');
    expect(await one(course)).toMatchObject({
      ...{ state: 'waiting', conditions: 'Usia 17 tahun ke atas' },
      changes: [
        { does: 'return', from: 'waiting', note: 'Mohon syarat usianya ditulis' },
        { does: 'change', from: 'returned', before: { conditions: 'Terbuka untuk umum' } },
      ],
    });
    expect(told(joko, 'diubah dan mohon diperiksa lagi')).toHaveLength(1);
  });

  it('is approved by one of two officers at once, and the centre hears it once', async () => {
    for (const officer of [ratna, joko]) await home.as(officer).says(`/jadwal ${course}`);
    await Promise.all([home.as(ratna).taps('Setujui'), home.as(joko).taps('Setujui')]);
    const { state, changes } = await one(course);
    expect([state, changes.length]).toEqual(['approved', 3]);
    expect(
      told(hamdan, 'disetujui Ibu Ratna').concat(told(hamdan, 'disetujui Bapak Joko')),
    ).toHaveLength(1);
    const late = [ratna, joko].flatMap((officer) => told(officer, 'Rencana ini baru saja diubah'));
    expect(late).toHaveLength(1);
    const shown = await home.world.courses.upcoming(['bina-iman'], day('2026-11-23'), {
      skip: 0,
      limit: 5,
    });
    expect(shown.courses.map(({ id }) => id)).toEqual([course]);
  });

  it('is only read by those whose it is not, whatever they forge', async () => {
    const before = await one(course);
    const seen = before.changes.length;
    const forged = [`jadwal:${course}.y${seen}`, `jadwalubah:${course}.${seen}`];
    for (const data of [...forged, `lulusan:${course}`]) {
      await home.as(ratna).forges(data);
      await home.as(ratna).says('/batal');
    }
    for (const member of [maryam, fauzi, anwar])
      for (const data of [...forged, `jadwal:${course}`, `jadwal:${course}.s${seen}`]) {
        await home.as(member).says('/saya');
        await home.as(member).forges(data);
        await home.as(member).says('/batal');
        expect(told(member, 'Usia 17 tahun')).toEqual([]);
      }
    await home.as(yusuf).says('/saya');
    await home.as(yusuf).forges(`jadwalkembali:${course}.${seen}`);
    await home.as(yusuf).forges(`jadwal:${course}.s${seen}`);
    expect(await one(course)).toEqual(before);
  });

  it('is cancelled after a question, once, and the officers are told', async () => {
    const deputy = home.as(yusuf);
    await deputy.goes(`/jadwal ${course}`, '<Batalkan pelatihan>');
    await deputy.hurries('<Ya, batalkan>', '<Ya, batalkan>');
    expect(await one(course)).toMatchObject({ state: 'cancelled' });
    expect((await one(course)).changes).toHaveLength(4);
    expect(told(ratna, 'dibatalkan oleh BLK')).toHaveLength(1);
    expect(await all()).toEqual([]);
    await home.as(ratna).forges(`jadwal:${course}.s4`);
    expect((await one(course)).state).toBe('cancelled');
  });
});

describe('a plan', () => {
  it('is refused kindly where it makes no sense, and goes on with the next answer', async () => {
    const manager = home.as(hamdan);
    await manager.goes('/rencana', 'Menjahit', '1 Oktober 2026');
    expect(manager.sees().text).toMatch(
      /silakan pilih antara 23 Nov 2026 dan \d+ \w{3} 202\d\.$/mu,
    );
    await manager.goes('2 Desember 2026', '1 Desember 2026');
    expect(manager.sees().text).toContain('silakan pilih antara 2 Des');
    await manager.goes('<1 hari>', '0');
    expect(manager.sees().text).toContain('paling sedikit 1 orang');
    await manager.goes('20', '<Khusus santri>', 'Ustaz Hamdan', '<Kirim>');
    expect((await all()).map(({ title, contact }) => [title, contact])).toEqual([
      ['Menjahit', 'Ustaz Hamdan'],
    ]);
  });

  it('that is over is asked about: its report the day after, its graduates three months later', async () => {
    const [sewing] = await all();
    home.clock.set('2026-12-02T23:30:00Z');
    await home.playTo('2026-12-03T04:00:00Z');
    const [reminder] = told(hamdan, 'Menurut jadwal');
    expect(reminder!.text).toContain(
      'Menurut jadwal, pelatihan Menjahit di BLK Bina Iman sudah selesai pada Rabu, 2 Desember 2026.\nSemoga hasilnya bermanfaat. Bila sempat, silakan laporkan kegiatannya.',
    );
    expect(labels(reminder!)).toEqual(['Lapor', 'Lihat jadwal']);
    home.clock.set('2027-03-10T23:30:00Z');
    await home.playTo('2027-03-11T04:00:00Z');
    const asked = told(hamdan, 'Bagaimana kabar lulusan pelatihan Menjahit');
    expect(asked).toHaveLength(1);
    await home.as(hamdan).taps('Isi kabar lulusan', asked[0]!.id);
    await home.as(hamdan).goes('6', '<Tidak ada>', '2', '<Tidak ada>');
    await home.as(hamdan).hurries('<Kirim>', '<Kirim>');
    expect(home.as(hamdan).sees().text).toContain('kabar 8 lulusan pelatihan Menjahit');
    expect((await one(sewing!.id)).graduates).toMatchObject({
      ...{ working: 6, business: 0, study: 2, notYet: 0 },
    });
    await home.as(ratna).goes('/jadwal', '<Yang sudah selesai>', '<2 Des 2026 · Menjahit>');
    expect(home.as(ratna).sees().text).toContain(
      'Kabar lulusan: bekerja 6, wirausaha 0, lanjut sekolah 2, belum bekerja 0',
    );
  }, 60_000);
});
