import { contactWords } from '../src/board/contact-words';
import { toStaff } from '../src/board/to-staff';
import { type Day, addDays, startOfDay } from '../src/domain/day';
import { longDay, shortDay } from '../src/domain/indonesian-dates';
import { unclear } from '../src/domain/reading';
import { readDay } from '../src/domain/reading-day';
import { greeting } from '../src/domain/person';
import { type Html, bold, html, lines } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { type Asking, type Step, defineForm } from '../src/scene';
import { type IncidentFacts, nameIn, prepareIncident } from './incident-facts';

/** Whoever needs longer than a month says so again. */
const longestDays = 31;

const until: Step<Day, IncidentFacts> = {
  label: 'Ditangani sampai',
  ask: ({ facts }) =>
    lines(
      ...heldLines(facts),
      `Sampai kapan Anda menangani ${nameIn(facts)}? Sebelum tanggal itu tidak ada pemberitahuan lanjutan.`,
    ),
  choices: ({ today }) =>
    [3, 7, 14].map((days) => ({
      label: `${days} hari, ${shortDay(addDays(today, days))}`,
      says: addDays(today, days),
    })),
  calendar: ({ today }) => ({ from: addDays(today, 1), to: addDays(today, longestDays) }),
  read: (said, { today }: Asking<IncidentFacts>) => {
    const reading = readDay(said, today, 'ahead');
    if (!reading.ok) return reading;
    const last = addDays(today, longestDays);
    return reading.value > today && reading.value <= last
      ? reading
      : unclear(
          `Mohon maaf, silakan pilih antara ${shortDay(addDays(today, 1))} dan ${shortDay(last)}.`,
        );
  },
  keep: String,
  show: longDay,
};

/** *Saya tangani*: the ladder waits until a day, and goes on if nothing has come of it by then. */
export const tangani = defineForm({
  command: 'tangani',
  about: 'Menangani BLK yang perlu perhatian',
  title: 'Saya tangani',
  unlisted: true,
  for: ['officer'],
  prepare: prepareIncident,
  steps: { until },

  async finish({ answers, facts, visitor, world }) {
    const { incident, institution } = facts;
    const by = visitor.person?.id ?? '';
    await world.incidents.handle(incident.id, { by, at: visitor.now, until: answers.until });
    await tellWhoHeld(facts, answers.until, visitor, world);
    await world.outbox.cancel(
      `incident:${incident.id}`,
      'dibatalkan: sedang ditangani',
      visitor.now,
    );
    await world.appointments.hurry(
      'escalation',
      institution.id,
      startOfDay(answers.until, institution.zone),
    );
    const contacts = await world.people.of(institution.id);
    return {
      text: lines(
        html`Baik, ${bold(nameIn(facts))} Anda tangani sampai ${longDay(answers.until)}.`,
        contactWords(contacts, institution),
        'Bila sudah selesai, silakan catat hasilnya.',
      ),
      buttons: [[{ label: 'Selesai ditangani', data: `selesai:${incident.id}` }]],
    };
  },
});

/** Whoever takes it on sees that somebody has it in hand, and may leave it there with *Batal*. */
const heldLines = ({ held }: IncidentFacts): readonly Html[] =>
  held
    ? [
        html`Saat ini ditangani ${bold(held.name)} sampai ${longDay(held.until)}. Bila Anda
        melanjutkan, penanganannya beralih kepada Anda; bila tidak, silakan ketuk Batal.`,
      ]
    : [];

/** A colleague who had it in hand learns that it is in other hands. */
async function tellWhoHeld(
  facts: IncidentFacts,
  until: Day,
  { person, now }: Visitor,
  world: World,
): Promise<void> {
  const { held, incident } = facts;
  if (!held || held.by === person?.id) return;
  const colleague = await world.people.byId(held.by);
  const name = person ? greeting(person) : 'Petugas lain';
  const text = html`${name} sekarang menangani ${bold(nameIn(facts))} sampai ${longDay(until)}.
  Terima kasih atas penanganannya.`;
  await world.outbox.put(
    await toStaff(
      colleague ? [colleague] : [],
      {
        kind: 'task',
        key: `taken-over:${incident.id}:${incident.handlings.length}`,
        because: 'penanganan beralih',
        card: { text },
      },
      world,
      now,
    ),
  );
}
