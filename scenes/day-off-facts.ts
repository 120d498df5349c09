import type { Calendar } from '../src/domain/calendar';
import { type Reading, understood } from '../src/domain/reading';
import { lines } from '../src/html';
import type { Visitor, World } from '../src/ports';
import type { Author } from '../src/ports/rules';
import { opens } from '../src/scene';
import type { Card } from '../src/talk';

/** What changing the days off needs to know. */
export interface DayOffFacts {
  readonly calendar: Calendar;
  /** Without what was changed by command. */
  readonly beneath: Calendar;
}

export async function prepareDaysOff({ rules }: World): Promise<Reading<DayOffFacts>> {
  const [calendar, beneath] = await Promise.all([rules.calendar(), rules.calendarBeneath()]);
  return understood({ calendar, beneath });
}

/** A change of the calendar, and how it is told and noted. */
export interface CalendarChange {
  readonly edited: object;
  /** As it is noted in the audit log. */
  readonly what: string;
  /** As it is told to the admin. */
  readonly said: string;
}

/** Changes the calendar for everybody, notes it, and says so; a refused change says why and leaves it. */
export async function changeCalendar(
  { edited, what, said }: CalendarChange,
  id: string,
  world: World,
  { person, now }: Visitor,
): Promise<Card> {
  const author: Author = { id, by: person?.id ?? 'admin', at: now };
  const changed = await world.rules.announce(edited, author);
  if (!changed.ok)
    return {
      text: lines(
        'Mohon maaf, perubahan itu belum dapat dipakai. Kalender tetap seperti semula.',
        ...changed.problems.map((problem) => `• ${problem}`),
      ),
      buttons: toDaysOff,
    };
  await world.audit.note({ id: `changed:${id}`, who: author.by, did: 'changed', what, at: now });
  return {
    text: lines(said, 'Berlaku mulai sekarang, juga untuk pesan yang sudah direncanakan.'),
    buttons: toDaysOff,
  };
}

const toDaysOff = [
  [
    { label: 'Tambah hari', data: opens('tambahhari') },
    { label: 'Hari libur', data: opens('pengaturan', 'h') },
  ],
];
