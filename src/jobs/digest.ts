import { digestLines, digestOf, messagesOf } from '../board/digest';
import type { Day } from '../domain/day';
import type { Person } from '../domain/person';
import { reachOf } from '../domain/rights';
import type { Html } from '../html';
import type { OutgoingRow, World } from '../ports';
import { gone } from './each-institution';
import type { Button } from '../talk';
import type { Job, Look } from './job';
import { isMonday, isOfficeDay, lastOpening, nextOpening } from './office-slots';

type Role = 'officer' | 'head';

const staffIds = (role: Role) => async (world: World) =>
  (await world.people.staff())
    .filter(({ grants }) => grants.some((grant) => grant.role === role))
    .map(({ id }) => id);

/** A digest that comes half a day late tells of a day that is over. */
const usefulHours = 12;
const dayMs = 24 * 3_600_000;

/** Tells each officer at 07.30 of every working day how their centres stand, also when nothing came in. */
export const dailyDigest: Job = digestJob({
  name: 'daily-digest',
  about: 'ringkasan harian',
  title: 'Ringkasan harian',
  role: 'officer',
  days: 1,
  fits: () => true,
});

/** Tells each head on Mondays. */
export const weeklyDigest: Job = digestJob({
  name: 'weekly-digest',
  about: 'ringkasan mingguan',
  title: 'Ringkasan mingguan',
  role: 'head',
  days: 7,
  fits: isMonday,
});

interface DigestKind {
  readonly name: string;
  readonly about: string;
  readonly title: string;
  readonly role: Role;
  /** How many days it looks back when there was none before it for long. */
  readonly days: number;
  readonly fits: (day: Day) => boolean;
}

function digestJob({ name, about, title, role, days, fits }: DigestKind): Job {
  const next = (_scope: string, world: World, now: Date) => nextOpening(world, now, fits);
  return {
    name,
    about,
    scopes: staffIds(role),
    next,
    usefulHours,
    async run(look) {
      const { scope, world, now, slot } = look;
      const person = await world.people.byId(scope);
      if (!person || !reaches(person, role)) return gone;
      if (!(await isOfficeDay(world, slot)))
        return { did: 'a day off', next: await nextOpening(world, now, fits) };
      const inScope = await world.institutions.within({
        ...reachOf(person, false),
        institutions: [],
      });
      const since =
        (await lastOpening(world, slot, fits)) ?? new Date(slot.getTime() - days * dayMs);
      const digest = await digestOf(inScope, world, now, since);
      const late = look.late ? { ...digest, lateSince: slot } : digest;
      const said = digestLines(late, title, role === 'officer');
      await world.outbox.put(rows(said, person, look, { name, about, role }));
      return { did: `${inScope.length} institutions`, next: await nextOpening(world, now, fits) };
    },
  };
}

const reaches = ({ telegramId, consent, grants }: Person, role: Role) =>
  telegramId !== undefined && consent !== undefined && grants.some((grant) => grant.role === role);

/** A head has no to-do list. */
const buttons: Readonly<Record<Role, readonly (readonly Button[])[]>> = {
  officer: [
    [
      { label: 'Tugas', data: 'tugas' },
      { label: 'Rekap', data: 'rekap' },
    ],
  ],
  head: [[{ label: 'Rekap', data: 'rekap' }]],
};

function rows(
  said: readonly Html[],
  person: Person,
  look: Look,
  { name, about, role }: Pick<DigestKind, 'name' | 'about' | 'role'>,
): readonly OutgoingRow[] {
  const messages = messagesOf(said);
  return messages.map((text, n) => ({
    key: `${name}:${person.id}:${look.slot.toISOString()}:${n}`,
    kind: 'digest',
    because: look.late ? `${about}, terlambat` : about,
    chat: person.telegramId ?? 0,
    person: person.id,
    act: { do: 'say', card: { text, buttons: n === messages.length - 1 ? buttons[role] : [] } },
    at: look.now,
    within: 'office',
  }));
}
