import type { Calendar } from '../src/domain/calendar';
import { type Day, addDays } from '../src/domain/day';
import { type DatedDayOff, daysOffBetween } from '../src/domain/days-off';
import { type HijriMonthStart, hijriMonthStart } from '../src/domain/hijri';
import { longDay, shortDay } from '../src/domain/indonesian-dates';
import { bold, html, lines } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { opens } from '../src/scene';
import type { Button, Card } from '../src/talk';
import { nextHijriMonths } from './hijri-months';
import { pageTurning } from './page-turning';
import { maySetForAll } from './settings-target';
import { isolated } from '../src/domain/isolated';

const perPage = 12;
/** Far enough to see that next year's decree is missing. */
const daysAhead = 400;

/** The days off of the deployment that are to come, for admins with the ways to change them. */
export async function daysOffCard(page: number, world: World, visitor: Visitor): Promise<Card> {
  const { today } = visitor;
  const calendar = await world.rules.calendar();
  const all = daysOffBetween(today, addDays(today, daysAhead), calendar);
  const pages = Math.max(1, Math.ceil(all.length / perPage));
  const shown = Math.min(page, pages - 1);
  return {
    text: lines(
      html`📅 ${bold('Hari libur dan cuti bersama')}`,
      'Pada hari-hari ini tidak ada pesan otomatis, dan tidak dihitung hari kerja.',
      '',
      ...all.slice(shown * perPage, (shown + 1) * perPage).map(dayWords),
      '',
      ...monthWords(today, calendar),
      workingWords(today, calendar),
      unpublished(today, calendar),
      maySetForAll(visitor)
        ? undefined
        : 'Hari libur untuk semua BLK diubah oleh admin. Libur satu pondok dicatat pengelolanya lewat /libur.',
    ),
    buttons: [
      ...pageTurning('h', shown, pages),
      ...(maySetForAll(visitor) ? changing : []),
      [{ label: 'Pengaturan', data: opens('pengaturan') }],
    ],
  };
}

const changing: readonly (readonly Button[])[] = [
  [
    { label: 'Tambah hari', data: opens('tambahhari') },
    { label: 'Hapus hari', data: opens('hapushari') },
  ],
  [{ label: 'Awal Ramadan dan Syawal', data: opens('awalbulan') }],
];

/** 'Kamis, 24 Desember 2026: Cuti bersama Natal'. */
export function dayWords({ on, name, kind, estimate }: DatedDayOff): string {
  const saysSo = /^cuti bersama/iu.test(name);
  const notes = [
    ...(kind === 'joint-leave' && !saysSo ? ['cuti bersama'] : []),
    ...(estimate ? ['perkiraan'] : []),
  ];
  return `• ${longDay(on)}: ${isolated(name)}${notes.length === 0 ? '' : ` (${notes.join(', ')})`}`;
}

const monthWords = (today: Day, { hijriMonths }: Calendar): readonly string[] =>
  nextHijriMonths(today, hijriMonths).map(
    ({ month, name }) =>
      `1 ${name}: ${shortDay(hijriMonthStart(month, hijriMonths))}${isAnnounced(month, hijriMonths) ? '' : ' (perhitungan)'}`,
  );

const isAnnounced = (
  { year, month }: Pick<HijriMonthStart, 'year' | 'month'>,
  announced: readonly HijriMonthStart[],
): boolean => announced.some((each) => each.year === year && each.month === month);

/** Every autumn the decree of the next year is awaited. */
function unpublished(today: Day, { published }: Calendar): string | undefined {
  const year = Number(today.slice(0, 4));
  const missing = [year, year + 1].map(String).filter((each) => !published.has(each));
  return missing.length === 0
    ? undefined
    : `Keputusan (SKB) hari libur ${missing.join(' dan ')} belum dimasukkan; yang bertanda perkiraan adalah tanggal yang tetap setiap tahun.`;
}

/** Days that a decree or the file calls off, and that were made ordinary days. */
function workingWords(today: Day, { workingDays }: Calendar): string | undefined {
  const coming = [...workingDays].filter((day) => day >= today).toSorted();
  return coming.length === 0
    ? undefined
    : `Dijadikan hari biasa: ${coming.map((day) => shortDay(day)).join(', ')}.`;
}
