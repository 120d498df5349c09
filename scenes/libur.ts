import { leaveMessages } from '../src/board/leave-message';
import { afterLeave } from '../src/board/after-leave';
import { noteLeave } from '../src/board/note-leave';
import { type Day, addDays } from '../src/domain/day';
import { longDay, shortDay } from '../src/domain/indonesian-dates';
import { shortName } from '../src/domain/institution';
import { type Leave, type LeaveReason, leaveReasonLabel, leaveReasons } from '../src/domain/leave';
import { type Reading, understood, unclear } from '../src/domain/reading';
import { readDay } from '../src/domain/reading-day';
import { bold, html, lines } from '../src/html';
import { type Asking, type Step, defineForm } from '../src/scene';
import { type OwnFacts, chosenInstitution, prepareOwn, whichInstitution } from './own-institution';

/** A leave longer than this was mistyped; a pesantren rests for some weeks. */
const longestDays = 120;
const daysBack = 30;
const daysAhead = 200;

const range = ({ today }: Asking<OwnFacts>) => ({
  from: addDays(today, -daysBack),
  to: addDays(today, daysAhead),
});

const from: Step<Day, OwnFacts> = {
  label: 'Mulai libur',
  ask: 'Libur mulai tanggal berapa?',
  choices: ({ today }) => [
    { label: `Hari ini, ${shortDay(today)}`, says: today },
    { label: `Besok, ${shortDay(addDays(today, 1))}`, says: addDays(today, 1) },
  ],
  calendar: range,
  read: (said, at) => {
    const reading = readDay(said, at.today, 'nearest');
    if (!reading.ok) return reading;
    const { from: first, to } = range(at);
    return reading.value >= first && reading.value <= to
      ? reading
      : unclear(
          `Mohon maaf, tanggal itu terlalu jauh. Silakan pilih antara ${shortDay(first)} dan ${shortDay(to)}.`,
        );
  },
  keep: String,
  show: longDay,
};

const to: Step<Day, OwnFacts> = {
  label: 'Hari terakhir libur',
  ask: 'Sampai tanggal berapa (hari terakhir libur)?',
  calendar: (at) => ({ from: firstDay(at), to: addDays(firstDay(at), longestDays - 1) }),
  read: (said, at) => {
    const reading = readDay(said, at.today, 'nearest');
    if (!reading.ok) return reading;
    return readEnd(reading.value, firstDay(at));
  },
  keep: String,
  show: longDay,
};

const firstDay = ({ soFar, today }: Asking<OwnFacts>) =>
  (soFar['from'] as Day | undefined) ?? today;

function readEnd(end: Day, start: Day): Reading<Day> {
  if (end < start)
    return unclear(
      `Mohon maaf, hari terakhir mendahului hari pertama. Silakan pilih ${shortDay(start)} atau sesudahnya.`,
    );
  const latest = addDays(start, longestDays - 1);
  return end > latest
    ? unclear(
        `Mohon maaf, libur paling lama ${longestDays} hari. Silakan pilih sampai ${shortDay(latest)}.`,
      )
    : understood(end);
}

const why: Step<LeaveReason, OwnFacts> = {
  label: 'Keperluan',
  ask: 'Libur untuk keperluan apa?',
  choices: Object.entries(leaveReasons).map(([says, label]) => ({ label, says })),
  read: (said) =>
    Object.hasOwn(leaveReasons, said)
      ? understood(said as LeaveReason)
      : unclear(
          'Mohon maaf, keperluan itu belum ada dalam daftar. Silakan pilih dari tombol, misalnya: Lainnya.',
        ),
  show: leaveReasonLabel,
};

/** Enters days of rest: nothing is asked meanwhile and the silent days stand still. Officers are told. */
export const libur = defineForm({
  command: 'libur',
  about: 'Kabarkan libur pondok',
  title: 'Libur pondok',
  for: ['manager'],
  prepare: prepareOwn,
  steps: { institution: whichInstitution, from, to, why },

  async finish({ id, answers, facts, visitor, world }) {
    const institution = chosenInstitution(answers.institution, facts);
    const leave: Leave = {
      id,
      institution: institution.id,
      from: answers.from,
      to: answers.to,
      reason: answers.why,
      enteredBy: visitor.person?.id ?? '',
      enteredAt: visitor.now,
    };
    await world.leaves.add(leave);
    await noteLeave(`leave:${id}`, leave, visitor, world);
    await afterLeave(institution, world, visitor.now);
    await world.outbox.put(await leaveMessages(leave, institution, world, visitor.now));
    return {
      text: lines(
        html`Terima kasih. Libur BLK ${bold(shortName(institution))} kami catat:
        ${longDay(leave.from)} sampai ${longDay(leave.to)}.`,
        'Selama libur kami tidak mengirim sapaan. Semoga lancar dan sehat selalu. 🙏',
      ),
    };
  },
});
