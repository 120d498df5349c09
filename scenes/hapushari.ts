import { type DayOff, dayOff } from '../src/domain/calendar';
import { type Day, addDays } from '../src/domain/day';
import { daysOffBetween } from '../src/domain/days-off';
import { longDay, shortDay } from '../src/domain/indonesian-dates';
import { understood, unclear } from '../src/domain/reading';
import { readDay } from '../src/domain/reading-day';
import { type Step, defineForm } from '../src/scene';
import { type DayOffFacts, changeCalendar, prepareDaysOff } from './day-off-facts';
import { isolated } from '../src/domain/isolated';

const daysBack = 31;
const daysAhead = 400;

/** A day off that is to be one no longer. */
interface Removed {
  readonly on: Day;
  readonly off: DayOff;
}

const which: Step<Removed, DayOffFacts> = {
  label: 'Hari',
  ask: 'Hari libur mana yang dihapus? Hari itu akan dihitung sebagai hari biasa lagi.',
  choices: ({ facts, today }) =>
    daysOffBetween(addDays(today, -daysBack), addDays(today, daysAhead), facts.calendar).map(
      ({ on, name }) => ({ label: `${shortDay(on)}, ${name}`, says: on }),
    ),
  read: (said, { facts, today }) => {
    const reading = readDay(said, today, 'nearest');
    if (!reading.ok) return reading;
    const off = dayOff(reading.value, facts.calendar);
    return off
      ? understood({ on: reading.value, off })
      : unclear(
          `${longDay(reading.value)} memang bukan hari libur. Silakan pilih dari tombol di bawah ini.`,
        );
  },
  keep: ({ on }) => on,
  show: ({ on, off }) => `${longDay(on)}, ${isolated(off.name)}`,
};

/** Makes an ordinary day of a day off, whether it was added by command, in the file or by decree. */
export const hapushari = defineForm({
  command: 'hapushari',
  about: 'Hapus hari libur',
  title: 'Hapus hari libur',
  unlisted: true,
  for: ['admin'],
  send: 'Hapus',
  prepare: prepareDaysOff,
  steps: { which },

  finish: ({ id, answers, facts, visitor, world }) => {
    const { on, off } = answers.which;
    // Only what stands in the file or a decree has to be outvoted.
    const standsBeneath = dayOff(on, facts.beneath) !== undefined;
    const edited = {
      localDaysOff: { [on]: null },
      workingDays: { [on]: standsBeneath ? true : null },
    };
    const what = `Hari libur ${on} dihapus: ${off.name}`;
    const said = `✅ ${longDay(on)} (${isolated(off.name)}) bukan hari libur lagi.`;
    return changeCalendar({ edited, what, said }, id, world, visitor);
  },
});
