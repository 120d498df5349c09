import { automaticThisMonth } from '../board/automatic-this-month';
import { type Day, addDays, dayAt, startOfDay } from '../domain/day';
import { ownInstitutions, wholeReach } from '../domain/rights';
import { nextAllowed } from '../domain/sending-window';
import { bold, html } from '../html';
import type { OutgoingRow, World } from '../ports';
import type { IdleDraft } from '../ports/drafts';
import { type Job, allTogether } from './job';

const hourMs = 3_600_000;
/** After a day somebody has put the phone away; after a week the draft is gone. */
const idleHours = 24;
const keptHours = 7 * 24;

/** Once a day is enough: what is told has no hurry, and mornings are when it may be said. */
const nextMorning = ({ zone }: World, now: Date): Date => {
  const today = morningOf(dayAt(now, zone), zone);
  return today > now ? today : morningOf(addDays(dayAt(now, zone), 1), zone);
};

const morningOf = (day: Day, zone: string) =>
  new Date(startOfDay(day, zone).getTime() + 8 * hourMs);

/** Tells people once of a form they left unfinished. */
export const idleDrafts: Job = {
  name: 'idle-drafts',
  about: 'mengingatkan isian yang belum selesai',
  scopes: allTogether,
  next: (_scope, world, now) => Promise.resolve(nextMorning(world, now)),
  usefulHours: 24,
  async run({ world, now }) {
    const from = new Date(now.getTime() - keptHours * hourMs);
    const to = new Date(now.getTime() - idleHours * hourMs);
    const idle = await world.drafts.idleBetween(from, to);
    const rows = await Promise.all(idle.map((draft) => rowFor(draft, world, now)));
    await world.outbox.put(rows.flatMap((row) => row ?? []));
    return { did: `${idle.length} drafts`, next: nextMorning(world, now) };
  },
};

/** Keyed by the draft: told once, whatever the number of looks. Officers are at work on their own time. */
async function rowFor(draft: IdleDraft, world: World, now: Date): Promise<OutgoingRow | undefined> {
  const person = await world.people.byTelegram(draft.chat);
  const [id] = ownInstitutions(person);
  const institution = id === undefined ? undefined : await world.institutions.one(id, wholeReach);
  if (!person || !institution) return undefined;
  const policy = await world.rules.policyOf(institution);
  const sent = await automaticThisMonth({ person }, institution, world, now);
  const notBefore = nextAllowed(now, {
    audience: 'manager',
    zone: institution.zone,
    restDay: institution.restDay,
    leaves: await world.leaves.of(institution.id),
    urgent: false,
    windows: policy.windows,
    calendar: await world.rules.calendar(),
  });
  const gone = new Date(draft.touchedAt.getTime() + keptHours * hourMs);
  const row = reminder(draft, person.id, now);
  if (sent >= policy.maxAutomaticPerMonth)
    return {
      ...row,
      settled: { state: 'muted', why: 'dibisukan: batas pesan bulan ini tercapai' },
    };
  return { ...row, lapsesAt: gone, ...(notBefore && { notBefore }) };
}

const reminder = ({ id, chat, title }: IdleDraft, person: string, at: Date): OutgoingRow => ({
  key: `draft:${id}`,
  kind: 'draft-idle',
  because: 'isian belum selesai',
  chat,
  person,
  act: {
    do: 'say',
    card: {
      text: html`Isian ${bold(title)} Anda masih tersimpan dan menunggu dilanjutkan. Kami simpan
      selama 7 hari.`,
      buttons: [
        [
          { label: 'Lanjutkan', data: `f:${id}:-:resume` },
          { label: 'Batal', data: `f:${id}:-:drop` },
        ],
      ],
    },
  },
  at,
});
