import { afterLeave } from '../board/after-leave';
import { officeMoment } from '../board/office-moment';
import { type SettingsNews, newProblems, newsOfFile } from '../board/settings-news';
import { knownFacts } from '../domain/calendar';
import { type Institution, shortName } from '../domain/institution';
import { defaultPolicy } from '../domain/policy';
import { wholeReach } from '../domain/rights';
import { type Html, bold, lines } from '../html';
import type { OutgoingRow, World } from '../ports';
import type { MarkedState } from '../ports/rules';
import { dailyDigest, weeklyDigest } from './digest';

/** Nothing was ever set. */
const untouched: MarkedState = {
  mark: 'defaults',
  state: {
    policy: defaultPolicy,
    institutions: {},
    calendar: knownFacts,
    file: { policy: {}, institutions: {}, rhythms: {}, calendar: knownFacts },
    problems: [],
  },
};

/**
 * Notices that a setting was changed, by command or in the file, and draws the consequences: whatever
 * is planned is planned anew, and the admins are told what the file changed.
 *
 * The state is written down last, so that whatever was cut short is done again, which does no harm.
 */
export async function noticeSettings(world: World, admins: readonly number[]): Promise<void> {
  const [after, noticed] = await Promise.all([world.rules.state(), world.rules.noticed()]);
  if (noticed?.mark === after.mark) return;
  const before = noticed ?? untouched;
  const now = world.clock.now();
  const institutions = await world.institutions.within(wholeReach);
  const changed: Changed = { before, after, institutions, world, now };
  await passRhythmOn(changed);
  await planAnew(changed);
  await tell(changed, admins);
  await world.rules.notice(after, now);
}

interface Changed {
  readonly before: MarkedState;
  readonly after: MarkedState;
  readonly institutions: readonly Institution[];
  readonly world: World;
  readonly now: Date;
}

/** A rhythm stands with its institution: those that had the common one get the new one. */
async function passRhythmOn({ before, after, institutions, world }: Changed): Promise<void> {
  const { file } = after.state;
  const [was, is] = [before.state.policy.rhythm, after.state.policy.rhythm];
  for (const { id, rhythm } of institutions) {
    const named = file.rhythms[id] === before.state.file.rhythms[id] ? undefined : file.rhythms[id];
    const wanted = named ?? (rhythm === was ? is : rhythm);
    if (wanted !== rhythm) await world.institutions.change(id, { rhythm: wanted });
  }
}

const differ = (one: unknown, other: unknown) => JSON.stringify(one) !== JSON.stringify(other);

/** Everything that looks ahead looks again; leaves may excuse other periods than before. */
async function planAnew({ before, after, institutions, world, now }: Changed): Promise<void> {
  const everywhere = (['policy', 'calendar'] as const).some((part) =>
    differ(before.state[part], after.state[part]),
  );
  const ownOf = ({ state }: MarkedState, id: string) => [
    state.institutions[id],
    state.file.rhythms[id],
  ];
  for (const institution of institutions) {
    if (!everywhere && !differ(ownOf(before, institution.id), ownOf(after, institution.id)))
      continue;
    await world.appointments.hurry('open-periods', institution.id, now);
    await afterLeave(institution, world, now);
  }
  if (everywhere) await hurryDigests(world, now);
}

/** A day off may have become a working day, on which a digest is due. */
async function hurryDigests(world: World, now: Date): Promise<void> {
  for (const { name, scopes, next } of [dailyDigest, weeklyDigest])
    for (const scope of await scopes(world, now)) {
      const at = await next(scope, world, now);
      if (at) await world.appointments.hurry(name, scope, at);
    }
}

const mostLines = 15;

/** Tells the admins, and writes into the audit log, what the file changed and what is not in force. */
async function tell(
  { before, after, institutions, world, now }: Changed,
  admins: readonly number[],
) {
  const names = new Map(institutions.map((one) => [one.id, shortName(one)]));
  const nameOf = (id: string) => names.get(id) ?? `${id} (belum terdaftar)`;
  const news: SettingsNews = { before: before.state, after: after.state, nameOf };
  const [changes, problems] = [newsOfFile(news), newProblems(news)];
  // The marks are in the keys: two processes whose files differ do not take turns announcing theirs.
  const key = `settings:${before.mark}:${after.mark}`;
  for (const [n, what] of changes.entries())
    await world.audit.note({
      id: `${key}:${n}`,
      who: 'aturan.json',
      did: 'changed',
      what,
      at: now,
    });
  const said = [
    ...section('Berkas aturan.json diubah', changes),
    ...section('Pengaturan berikut belum dapat dipakai; yang lama tetap berlaku', problems),
  ];
  if (said.length > 0)
    await world.outbox.put(await rowsFor(admins, { key, text: lines(...said) }, world, now));
}

function section(title: string, all: readonly string[]): readonly (Html | string)[] {
  if (all.length === 0) return [];
  const rest = all.length - mostLines;
  return [
    bold(title),
    ...all.slice(0, mostLines).map((line) => `• ${line}`),
    ...(rest > 0 ? [`… dan ${rest} perubahan lain.`] : []),
  ];
}

/** In the hours of the office, with the way to the settings. */
async function rowsFor(
  admins: readonly number[],
  { key, text }: { readonly key: string; readonly text: Html },
  world: World,
  now: Date,
): Promise<readonly OutgoingRow[]> {
  const notBefore = await officeMoment(world, now);
  const buttons = [[{ label: 'Pengaturan', data: 'pengaturan' }]];
  return admins.map((admin) => ({
    key: `${key}:${admin}`,
    kind: 'settings',
    chat: admin,
    act: { do: 'say', card: { text, buttons } },
    at: now,
    notBefore,
  }));
}
