import { type CastMember, cast, castMembers } from '../../../src/cast';
import { seedCast } from '../../../src/seed';
import { decree2027, instant, lateDaysOff, ramadan } from './year-days';
import type { YearStage } from './year-stage';

/** Something somebody does in the year, at a moment on the clocks of Tanah Grogot. */
export interface Deed {
  readonly at: Date;
  readonly does: (stage: YearStage) => unknown;
}

type Somebody = (typeof cast)[keyof typeof cast];

const deed = (local: string, does: Deed['does']): Deed => ({ at: instant(local), does });
const goes = (local: string, who: Somebody, ...steps: readonly string[]): Deed =>
  deed(local, (stage) => stage.as(who).goes(...steps));

const began = ['<Kelas singkat santri/warga>', 'Mengetik cepat'];
const rest = ['<Hari ini>', '<16>', '12', '8', '<Lewati>', '<Kirim>'];
const aClass = [...began, ...rest];
const why = ['<Peserta belum cukup>', '<Lewati>', '<Kirim>'];
const leave = (from: string, to: string, reason: string) => [from, to, `<${reason}>`, '<Kirim>'];

const obstacle = (note: string) => ['<Peralatan rusak atau kurang>', note, '<Kirim>'];
const visited = ['<Kunjungan>', 'Kelas dimulai lagi pekan depan', '<Kirim>'];

const announcing = (local: string, edited: object): Deed =>
  deed(local, ({ world }) =>
    world.rules.announce(edited, { id: `umum ${local}`, by: 'joko', at: instant(local) }),
  );

/** Reports month by month and answers in every way there is. */
const binaIman: readonly Deed[] = [
  goes('2026-12-02 09:10', cast.hamdan, '<Lapor>', ...aClass),
  goes('2027-01-06 10:00', cast.hamdan, '<Nihil>', ...why),
  goes('2027-02-02 09:40', cast.hamdan, '<Nanti>'),
  goes('2027-02-04 13:00', cast.hamdan, '/lapor', ...aClass),
  goes('2027-03-17 10:20', cast.hamdan, '<Lapor>', ...aClass),
  goes('2027-04-05 11:00', cast.yusuf, '/nihil', ...why),
  goes('2027-05-04 09:00', cast.hamdan, '<Ada kendala>', ...obstacle('6 komputer rusak')),
  goes('2027-06-01 10:00', cast.hamdan, '/lapor', ...aClass),
  goes('2027-07-02 09:00', cast.hamdan, '/lapor', ...began),
  goes('2027-07-06 09:30', cast.hamdan, '<Lanjutkan>', ...rest),
  goes('2027-08-03 09:15', cast.hamdan, '<Sedang libur>', ...leave('10/8', '19/8', 'Acara pondok')),
  goes('2027-08-24 10:00', cast.hamdan, '/lapor', ...aClass),
  goes('2027-09-02 10:00', cast.hamdan, '<Nihil>', ...why),
  goes('2027-10-05 14:00', cast.yusuf, '/lapor', ...aClass),
  goes('2027-11-03 09:00', cast.hamdan, '<Nanti>'),
  goes('2027-11-10 09:00', cast.hamdan, '<Lapor>', ...aClass),
];

/** Falls silent in January, is visited, comes back, falls silent again, rests, and comes back. */
const alIkhsan: readonly Deed[] = [
  goes('2026-12-03 10:00', cast.maryam, '<Lapor>', ...aClass),
  goes('2027-01-20 09:30', cast.maryam, '/lapor', ...aClass),
  goes('2027-04-27 09:00', cast.ratna, '<Saya tangani>', '<7 hari>', '<Kirim>'),
  goes('2027-05-10 10:00', cast.ratna, '<Selesai ditangani>', ...visited),
  goes('2027-05-14 09:00', cast.maryam, '/lapor', ...aClass),
  deed('2027-06-29 09:00', ({ world }) =>
    world.rules.changeOf(
      'al-ikhsan',
      { maxAutomaticPerMonth: 3 },
      { id: 'batas', by: 'joko', at: instant('2027-06-29 09:00') },
    ),
  ),
  goes('2027-08-14 10:00', cast.maryam, '<Sedang libur>', ...leave('16/8', '25/8', 'Ujian')),
  goes('2027-10-27 10:00', cast.maryam, '/lapor', ...aClass),
  goes('2027-11-02 10:00', cast.maryam, '<Nihil>', ...why),
];

/** Never begins: silent at first, away over Ramadan, then out of reach, then back with an obstacle. */
const datuIsmail: readonly Deed[] = [
  goes('2027-01-27 08:15', cast.ratna, '<Saya tangani>', '<14 hari>', '<Kirim>'),
  goes(
    '2027-02-03 09:00',
    cast.rahmat,
    '<Sedang libur>',
    ...leave('8 Februari 2027', '18 Maret 2027', 'Ramadan dan Idulfitri'),
  ),
  deed('2027-03-20 20:00', ({ telegram }) => telegram.blocks(cast.rahmat.id)),
  deed('2027-06-10 09:00', async ({ telegram, as }) => {
    telegram.unblocks(cast.rahmat.id);
    await as(cast.rahmat).says('/start');
  }),
  goes('2027-06-16 10:00', cast.rahmat, '<Nanti>'),
  goes('2027-09-06 09:30', cast.rahmat, '/kendala', ...obstacle('Menunggu izin')),
];

/** The office has one officer until a second one joins. */
export const yearCast: readonly CastMember[] = castMembers.filter(({ id }) => id !== cast.joko.id);

const office: readonly Deed[] = [
  deed('2027-10-04 10:00', ({ world }) => seedCast(world, [cast.joko])),
];

/** What the dinas learns of the calendar while the year goes on. */
const announcements: readonly Deed[] = [
  announcing('2026-12-14 09:00', {
    years: { '2027': decree2027 },
    hijriMonths: { '1448-09': ramadan.from, '1448-10': '2027-03-10', '1448-12': '2027-05-08' },
  }),
  announcing('2027-05-28 09:00', {
    localDaysOff: { [lateDaysOff.joint.on]: { name: lateDaysOff.joint.name, kind: 'joint-leave' } },
  }),
  announcing('2027-11-06 09:00', {
    localDaysOff: { [lateDaysOff.local.on]: { name: lateDaysOff.local.name } },
  }),
];

/** Everything that people do in the year, in the order of time. */
export const yearDeeds: readonly Deed[] = [
  ...binaIman,
  ...alIkhsan,
  ...datuIsmail,
  ...office,
  ...announcements,
].toSorted((one, other) => one.at.getTime() - other.at.getTime());
