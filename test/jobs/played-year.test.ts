import { castGroups } from '../../src/cast';
import type { SeenMessage } from '../../src/playground/playground';
import type { LedgerRow } from '../support/year/play-year';
import { type PlayedYear, yearAtHome } from '../support/year/year-at-home';
import {
  dayOf,
  everyDay,
  holds,
  isManagersDay,
  isWorkingDay,
  ramadan,
  timeOf,
  weekdayOf,
  workingDaysAfter,
} from '../support/year/year-days';
import {
  type Centre,
  centreOf,
  centres,
  head,
  officers,
  officersOn,
  yearFacts,
} from '../support/year/year-facts';
import { askedOf, changesOf } from '../support/year/year-rules';

/** The groups that are linked from the first day on. */
const groups = castGroups.filter((one) => 'linked' in one).map(({ id }): number => id);

let year: PlayedYear;
/** The automatic messages, and those of them that were sent. */
let automatic: readonly LedgerRow[];
let sent: readonly LedgerRow[];
const sentAt = ({ doneAt }: LedgerRow) => doneAt ?? new Date(NaN);
const sentOn = (row: LedgerRow) => dayOf(sentAt(row));
const ofKind = (...kinds: readonly string[]) => sent.filter(({ kind }) => kinds.includes(kind));
const line = (row: LedgerRow) => `${sentOn(row)} ${timeOf(sentAt(row))} ${row.kind} ${row.chat}`;

beforeAll(async () => {
  year = await yearAtHome();
  automatic = year.rows.filter(({ kind }) => kind !== 'answer');
  sent = automatic.filter(({ state }) => state === 'sent');
}, 600_000);
afterAll(() => year.home.stop());

describe('every message of the year', () => {
  it('is in the outbox, and stands in its chat at the moment the outbox says', () => {
    const chats = [...centreOf.keys(), ...officers.map(({ id }) => id), head, ...groups];
    const seen = chats.flatMap((chat) => year.home.telegram.chat(chat).filter(isFromBot));
    const at = new Map(seen.map((one) => [`${one.chatId}:${one.id}`, Date.parse(one.at)]));
    const known = year.rows.filter(({ message }) => message !== undefined);
    const unknown = seen.filter(
      ({ chatId, id }) => !known.some(({ chat, message }) => chat === chatId && message === id),
    );
    expect(unknown).toEqual([]);
    for (const row of sent) {
      const shown = at.get(`${row.chat}:${row.message}`);
      expect(shown).toBe(Math.floor(sentAt(row).getTime() / 1000) * 1000);
    }
  });

  it('has come to an end, with the reason why it was sent or not', () => {
    const open = year.rows.filter(({ state }) => state === 'scheduled' || state === 'sending');
    expect(open.map(({ _id }) => _id)).toEqual([]);
    expect(automatic.filter(({ because, why }) => !because && !why)).toEqual([]);
    expect(
      automatic.filter(({ state, why }) => (state === 'sent') !== (why === undefined)),
    ).toEqual([]);
  });
});

describe('no message outside a window', () => {
  const isMorning = (time: string) => time >= '08:30' && time < '11:30';
  const isAfternoon = (time: string) => time >= '13:30' && time < '14:45';
  const isRamadanMorning = (time: string) => time >= '09:00' && time < '11:00';

  it('reaches a manager on a Friday, a weekend, a day off, in leave or outside the hours', () => {
    const wrong = sent.filter((row) => {
      const centre = centreOf.get(row.chat);
      if (!centre) return false;
      const [day, time] = [sentOn(row), timeOf(sentAt(row))];
      if (!isManagersDay(day, yearFacts[centre].leaves)) return true;
      if (holds(ramadan, day)) return row.kind !== 'alert' || !isRamadanMorning(time);
      return !isMorning(time) && !isAfternoon(time);
    });
    expect(wrong.map(line)).toEqual([]);
  });

  it('reaches the office on a day off or outside its hours', () => {
    const wrong = sent.filter((row) => {
      if (centreOf.has(row.chat) || groups.includes(row.chat)) return false;
      const time = timeOf(sentAt(row));
      return !isWorkingDay(sentOn(row)) || time < '07:30' || time >= '16:00';
    });
    expect(wrong.map(line)).toEqual([]);
  });

  it('reaches a group but thanks and totals, in the hours of managers', () => {
    const heard = sent.filter(({ chat }) => groups.includes(chat));
    expect([...new Set(heard.map(({ kind }) => kind))].toSorted()).toEqual(['thanks', 'totals']);
    const wrong = heard.filter((row) => {
      const time = timeOf(sentAt(row));
      const isFit = holds(ramadan, sentOn(row))
        ? row.kind === 'totals' && isRamadanMorning(time)
        : isMorning(time) || isAfternoon(time);
      return !isWorkingDay(sentOn(row)) || !isFit;
    });
    expect(wrong.map(line)).toEqual([]);
  });

  it('goes to anybody but managers, the office and the groups that were linked', () => {
    const known = [...centreOf.keys(), ...officers.map(({ id }) => id), head, ...groups];
    expect(sent.filter(({ chat }) => !known.includes(chat))).toEqual([]);
  });
});

describe('managers', () => {
  it('get at most two messages a month, or what is set for their centre', () => {
    const counts = new Map<string, number>();
    for (const row of sent.filter(({ chat }) => centreOf.has(chat))) {
      const month = `${row.chat} ${sentOn(row).slice(0, 7)}`;
      counts.set(month, (counts.get(month) ?? 0) + 1);
    }
    for (const [month, count] of counts) {
      const facts = yearFacts[centreOf.get(Number(month.slice(0, 4)))!];
      expect([month, count <= facts.mostAMonth(`${month.slice(5)}-28`)]).toEqual([month, true]);
    }
    expect(Math.max(...counts.values())).toBe(3);
  });

  it.each(centres)('are asked and reminded on the days that are due (%s)', (centre) => {
    const got = ofKind('check-in', 'reminder')
      .filter(({ chat }) => centreOf.get(chat) === centre)
      .map((row) => ({ centre, kind: row.kind, on: sentOn(row) }));
    const { manager, mostAMonth } = yearFacts[centre];
    // A reminder beyond the limit of its month is not to be sent; what else was sent then is counted.
    const alerts = ofKind('alert', 'draft-idle').filter(({ chat }) => chat === manager);
    const expected = askedOf(centre).filter(({ kind, on }) => {
      const before = alerts.filter((row) => sentOn(row).slice(0, 7) === on.slice(0, 7)).length;
      return kind === 'check-in' || before + 2 <= mostAMonth(on);
    });
    expect(got).toEqual(expected);
  });
});

describe('every silence', () => {
  it.each(centres)(
    'is noticed on the day its rule says, and every return at once (%s)',
    (centre) => {
      const noticed = year.transitions
        .filter(({ institution }) => institution === centre)
        .map(({ at, to }) => ({ centre, on: dayOf(at), to, atMidnight: timeOf(at) === '00:00' }));
      const due = changesOf(centre).map(({ on, by, to }, n) => ({
        ...{ centre, on, to },
        // The first status is found when the bot starts, at six in the morning.
        atMidnight: by === 'time' && n > 0,
      }));
      expect(noticed).toEqual(due);
    },
  );
});

type Told = readonly [day: string, to: number, centre: Centre];

/** Every alert of the year and its day: counted in working days by hand from the silences above. */
const ladder: readonly Told[] = [
  ...step(workingDaysAfter('2027-01-22', 3), 'officers', 'datu-ismail'),
  // Taken over until 10 February; an answer came before that.
  ...step(workingDaysAfter('2027-04-21', 3), 'officers', 'al-ikhsan'),
  // Due on 30 April, but taken over until 4 May.
  ...step('2027-05-04', 'head', 'al-ikhsan'),
  // Nobody at the centre could be reached.
  ...step(workingDaysAfter('2027-05-13', 3), 'officers', 'datu-ismail'),
  ...step(workingDaysAfter('2027-05-13', 7), 'head', 'datu-ismail'),
  ...step('2027-07-01', 'manager', 'datu-ismail'),
  ...step(workingDaysAfter('2027-07-01', 3), 'officers', 'datu-ismail'),
  ...step(workingDaysAfter('2027-07-01', 7), 'head', 'datu-ismail'),
  // The alert of Friday 13 August was to go on Monday; a leave was entered on Saturday.
  ...step(workingDaysAfter('2027-08-15', 3), 'officers', 'datu-ismail'),
  ...step(workingDaysAfter('2027-08-15', 7), 'head', 'datu-ismail'),
  // Saturday 23 October, so the manager is asked on Monday.
  ...step('2027-10-25', 'manager', 'al-ikhsan'),
  ...step(workingDaysAfter('2027-10-23', 3), 'officers', 'al-ikhsan'),
  // Friday 5 November; on Saturday the Monday was declared a day off.
  ...step('2027-11-09', 'manager', 'datu-ismail'),
  ...step(workingDaysAfter('2027-11-05', 3), 'officers', 'datu-ismail'),
  ...step(workingDaysAfter('2027-11-05', 7), 'head', 'datu-ismail'),
];

type Whom = 'manager' | 'officers' | 'head';

function step(day: string, whom: Whom, centre: Centre): readonly Told[] {
  const chats = { manager: [yearFacts[centre].manager], officers: officersOn(day), head: [head] };
  return chats[whom].map((chat) => [day, chat, centre]);
}

describe('alerts', () => {
  it('go to each person on their day, once, and to nobody else', () => {
    const got = ofKind('alert').map(
      (row) => [sentOn(row), row.chat, row._id.split(/[:.]/u)[1]] as const,
    );
    expect(got.map(String).toSorted()).toEqual(ladder.map(String).toSorted());
  });

  it('are kept with the reason when the limit of the month or an answer keeps them back', () => {
    const kept = automatic.filter(({ kind, state }) => kind === 'alert' && state !== 'sent');
    expect(kept.map((row) => [dayOf(row.doneAt!), row.chat, row.why])).toEqual([
      ['2027-01-22', yearFacts['datu-ismail'].manager, 'dibisukan: batas pesan bulan ini tercapai'],
      ['2027-04-21', yearFacts['al-ikhsan'].manager, 'dibisukan: batas pesan bulan ini tercapai'],
      ['2027-08-14', yearFacts['al-ikhsan'].manager, 'dibatalkan: sudah ada kabar'],
      ['2027-08-15', yearFacts['datu-ismail'].manager, 'dibisukan: batas pesan bulan ini tercapai'],
    ]);
  });

  it('are followed by the good news to everybody of the office who was told', () => {
    const got = ofKind('recovery').map((row) => [sentOn(row), row.chat] as const);
    const told = [
      ...step('2027-02-03', 'officers', 'datu-ismail'),
      ...step('2027-06-16', 'officers', 'datu-ismail'),
      ...step('2027-06-16', 'head', 'datu-ismail'),
      ...step('2027-09-06', 'officers', 'datu-ismail'),
      ...step('2027-09-06', 'head', 'datu-ismail'),
      ...step('2027-10-27', 'officers', 'al-ikhsan'),
    ];
    expect(got.map(String).toSorted()).toEqual(
      told.map(([day, chat]) => String([day, chat])).toSorted(),
    );
  });
});

describe('officers', () => {
  it('are asked to call after ten working days, once until an answer comes', async () => {
    const tasks = await year.home.store.collection('tasks').find({ kind: 'call' }).toArray();
    const got = tasks.map(({ institution, dueOn }) => [String(dueOn), String(institution)]);
    expect(got.toSorted()).toEqual([
      [workingDaysAfter('2026-12-01', 10), 'datu-ismail'],
      [workingDaysAfter('2027-01-04', 10), 'al-ikhsan'],
      [workingDaysAfter('2027-02-01', 10), 'al-ikhsan'],
      [workingDaysAfter('2027-06-02', 10), 'al-ikhsan'],
      [workingDaysAfter('2027-10-04', 10), 'datu-ismail'],
    ]);
  });
});

describe('digests', () => {
  const daysOf = (chat: number) =>
    ofKind('digest')
      .filter((row) => row.chat === chat)
      .map((row) => `${sentOn(row)} ${timeOf(sentAt(row))}`);

  it('reach each officer at 07.30 of every working day, and the head on Mondays', () => {
    const working = everyDay.filter(isWorkingDay);
    const mondays = working.filter((day) => weekdayOf(day) === 1);
    for (const { id, from } of officers)
      expect(daysOf(id)).toEqual(working.filter((day) => day >= from).map((day) => `${day} 07:30`));
    expect(daysOf(head)).toEqual(mondays.map((day) => `${day} 07:30`));
  });
});

const isFromBot = ({ from }: SeenMessage) => from.isBot;
