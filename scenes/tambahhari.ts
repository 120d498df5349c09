import { type DayOff, dayOff } from '../src/domain/calendar';
import { type Day, addDays } from '../src/domain/day';
import { longDay, shortDay } from '../src/domain/indonesian-dates';
import { type Reading, understood, unclear } from '../src/domain/reading';
import { readDay } from '../src/domain/reading-day';
import { readText } from '../src/domain/reading-text';
import { type Asking, type Step, defineForm } from '../src/scene';
import { type DayOffFacts, changeCalendar, prepareDaysOff } from './day-off-facts';
import { isolated } from '../src/domain/isolated';

const daysBack = 31;
const daysAhead = 400;

const range = ({ today }: Pick<Asking<DayOffFacts>, 'today'>) => ({
  from: addDays(today, -daysBack),
  to: addDays(today, daysAhead),
});

const on: Step<Day, DayOffFacts> = {
  label: 'Tanggal',
  ask: ({ today }) =>
    `Tanggal berapa yang libur? Silakan pilih di kalender, atau ketik, misalnya: ${longDay(addDays(today, 7)).replace(/^.*, /u, '')}.`,
  calendar: range,
  read: (said, { today, facts }) => {
    const reading = readDay(said, today, 'nearest');
    return reading.ok ? readDate(reading.value, today, facts) : reading;
  },
  keep: String,
  show: longDay,
};

function readDate(day: Day, today: Day, { calendar }: DayOffFacts): Reading<Day> {
  const { from, to } = range({ today });
  if (day < from || day > to)
    return unclear(
      `Mohon maaf, tanggal itu terlalu jauh. Silakan pilih antara ${shortDay(from)} dan ${shortDay(to)}.`,
    );
  const off = dayOff(day, calendar);
  return off && !off.estimate
    ? unclear(
        `${longDay(day)} sudah tercatat sebagai ${isolated(off.name)}. Silakan pilih tanggal lain, atau hapus dulu yang lama lewat /pengaturan.`,
      )
    : understood(day);
}

const kinds: Readonly<Record<DayOff['kind'], string>> = {
  holiday: 'Hari libur',
  'joint-leave': 'Cuti bersama',
};

const kind: Step<DayOff['kind'], DayOffFacts> = {
  label: 'Jenis',
  ask: 'Ini hari libur atau cuti bersama?',
  choices: Object.entries(kinds).map(([says, label]) => ({ label, says })),
  read: (said) =>
    Object.hasOwn(kinds, said)
      ? understood(said as DayOff['kind'])
      : unclear('Mohon maaf, jenisnya belum terbaca. Silakan pilih, misalnya: Cuti bersama.'),
  show: (value) => kinds[value],
};

const name: Step<string, DayOffFacts> = {
  label: 'Nama',
  ask: 'Apa nama harinya? Contoh: Hari Jadi Kabupaten Paser.',
  read: (said) =>
    readText(said, { of: 'nama hari', min: 3, max: 80, example: 'Hari Jadi Kabupaten Paser' }),
};

/** Adds a day off for everybody: a holiday or a day of cuti bersama. */
export const tambahhari = defineForm({
  command: 'tambahhari',
  about: 'Tambah hari libur',
  title: 'Tambah hari libur',
  unlisted: true,
  for: ['admin'],
  prepare: prepareDaysOff,
  steps: { on, kind, name },

  finish: ({ id, answers, visitor, world }) => {
    const { on: day, kind: sort, name: called } = answers;
    const edited = {
      localDaysOff: { [day]: { name: called, kind: sort } },
      workingDays: { [day]: null },
    };
    const what = `${kinds[sort]} ${day} ditambahkan: ${called}`;
    const said = `✅ ${longDay(day)} sekarang ${kinds[sort].toLowerCase()}: ${isolated(called)}.`;
    return changeCalendar({ edited, what, said }, id, world, visitor);
  },
});
