import { automaticThisMonth } from '../board/automatic-this-month';
import { officeMoment } from '../board/office-moment';
import { type Day, addDays, dayAt, startOfDay } from '../domain/day';
import { longDay } from '../domain/indonesian-dates';
import type { Institution } from '../domain/institution';
import type { Person } from '../domain/person';
import { ownInstitutions, wholeReach } from '../domain/rights';
import { nextAllowed } from '../domain/sending-window';
import { bold, html } from '../html';
import type { OutgoingRow, World } from '../ports';
import type { IdleDraft } from '../ports/drafts';
import { type Job, allTogether } from './job';

const hourMs = 3_600_000;
/** After a day somebody has put the phone away; after a week the draft is dropped. */
const idleMs = 24 * hourMs;
const keptDays = 7;
const keptMs = keptDays * 24 * hourMs;

/** Half past eight, when managers may first be written to: once a day is enough, what is told has no hurry. */
const morningOf = (day: Day, zone: string) =>
  new Date(startOfDay(day, zone).getTime() + 8.5 * hourMs);

const nextMorning = ({ zone }: World, now: Date): Date => {
  const today = dayAt(now, zone);
  const morning = morningOf(today, zone);
  return morning > now ? morning : morningOf(addDays(today, 1), zone);
};

/** Tells people once of a form they left unfinished, and drops it when a week has gone by. */
export const idleDrafts: Job = {
  name: 'idle-drafts',
  about: 'mengingatkan isian yang belum selesai',
  scopes: allTogether,
  next: (_scope, world, now) => Promise.resolve(nextMorning(world, now)),
  usefulHours: 24,
  async run({ world, now }) {
    const idle = await world.drafts.idleBetween(
      new Date(now.getTime() - keptMs),
      new Date(now.getTime() - idleMs),
    );
    const rows = await Promise.all(idle.map((draft) => rowFor(draft, world, now)));
    await world.outbox.put(rows.flatMap((row) => row ?? []));
    // The last day that was named is a day on which it is still there.
    const today = startOfDay(dayAt(now, world.zone), world.zone);
    const dropped = await world.drafts.drop(new Date(today.getTime() - keptMs));
    return { did: `${idle.length} idle, ${dropped} dropped`, next: nextMorning(world, now) };
  },
};

/** Keyed by the draft: told once, whatever the number of looks. */
async function rowFor(draft: IdleDraft, world: World, now: Date): Promise<OutgoingRow | undefined> {
  const person = await world.people.byTelegram(draft.chat);
  if (!person?.consent) return undefined;
  const [id] = ownInstitutions(person);
  const institution = id === undefined ? undefined : await world.institutions.one(id, wholeReach);
  const row = reminder(draft, person.id, world.zone, now);
  if (institution) return toManager(row, person, institution, world);
  const isStaff = person.grants.some(({ role }) => role === 'officer' || role === 'head');
  return isStaff ? onlyToday(row, await officeMoment(world, now), world.zone) : undefined;
}

async function toManager(
  row: OutgoingRow,
  person: Person,
  institution: Institution,
  world: World,
): Promise<OutgoingRow | undefined> {
  const { zone, restDay } = institution;
  const [policy, leaves, calendar] = await Promise.all([
    world.rules.policyOf(institution),
    world.leaves.of(institution.id),
    world.rules.calendar(),
  ]);
  const rules = { audience: 'manager', zone, restDay, leaves, urgent: false } as const;
  const sendAt = nextAllowed(row.at, { ...rules, windows: policy.windows, calendar });
  const sent = await automaticThisMonth({ person }, institution, world, row.at);
  return sent < policy.maxAutomaticPerMonth
    ? onlyToday(row, sendAt, zone)
    : { ...row, settled: { state: 'muted', why: 'dibisukan: batas pesan bulan ini tercapai' } };
}

/** On another day the form may be finished, or its chat in leave: then it is looked at again. */
const onlyToday = (
  row: OutgoingRow,
  sendAt: Date | undefined,
  zone: string,
): OutgoingRow | undefined =>
  sendAt && dayAt(sendAt, zone) === dayAt(row.at, zone)
    ? { ...row, notBefore: sendAt, lapsesAt: startOfDay(addDays(dayAt(row.at, zone), 1), zone) }
    : undefined;

/** The day up to which a draft is kept. */
const keptUntil = ({ touchedAt }: IdleDraft, zone: string): Day =>
  addDays(dayAt(touchedAt, zone), keptDays);

const reminder = (draft: IdleDraft, person: string, zone: string, at: Date): OutgoingRow => ({
  key: `draft:${draft.id}`,
  kind: 'draft-idle',
  because: 'isian belum selesai',
  chat: draft.chat,
  person,
  act: {
    do: 'say',
    card: {
      text: html`Isian ${bold(draft.title)} Anda masih tersimpan dan menunggu dilanjutkan. Kami simpan
      sampai ${longDay(keptUntil(draft, zone))}.`,
      buttons: [
        [
          { label: 'Lanjutkan', data: `f:${draft.id}:-:resume` },
          { label: 'Batal', data: `f:${draft.id}:-:drop` },
        ],
      ],
    },
  },
  at,
});
