import { type Announcement, readSince } from '../domain/announcement';
import {
  type Edition,
  type Recipient,
  changesAbout,
  editionAbout,
  editionId,
  isOfRound,
  messageKey,
  recipientIn,
  withdrawalKey,
} from '../domain/edition';
import type { Person } from '../domain/person';
import type { OutgoingRow, World } from '../ports';
import type { SentRow } from '../ports/sent';
import { shownAnnouncement, withdrawnWords } from './announcement-cards';
import { reachedBy } from './audience';
import { isUnknown } from './edition-result';

/** Which sending of an announcement, and by whom: whoever made it decides how far it reaches. */
export interface Sending {
  readonly announcement: Announcement;
  readonly author: Person;
  /** The number of the sending, from 0. */
  readonly n: number;
  readonly slot: Date;
}

/**
 * Begins a sending and puts a message for each recipient into the outbox.
 *
 * Who gets it is settled by one write, and each message has a key of its own, so that a second time,
 * by this process or another, completes what the first left undone and repeats nothing.
 */
export async function sendEdition(
  { announcement, author, n, slot }: Sending,
  world: World,
  now: Date,
): Promise<Edition> {
  const id = editionId(announcement.id, n);
  const known = await world.editions.one(id);
  const edition =
    known ??
    (await world.editions.begin({
      ...{ id, announcement: announcement.id, slot, begunAt: now, round: 0 },
      recipients: (await reachedBy(announcement.audience, author, world, now)).recipients,
    }));
  if (edition.stoppedAt || edition.withdrawnAt) return edition;
  // The first round, whatever came after it: a later one is only for those it did not reach.
  await put(announcement, { ...edition, round: 0 }, edition.recipients, world);
  return edition;
}

async function put(
  announcement: Announcement,
  edition: Pick<Edition, 'id' | 'round' | 'begunAt'>,
  recipients: readonly Recipient[],
  world: World,
): Promise<void> {
  const at = world.clock.now();
  await world.outbox.put(recipients.flatMap((one) => rowsTo(one, announcement, edition, at)));
}

function rowsTo(
  recipient: Recipient,
  announcement: Announcement,
  edition: Pick<Edition, 'id' | 'round' | 'begunAt'>,
  at: Date,
): readonly OutgoingRow[] {
  const { key, chat, thread } = recipient;
  const { id, round } = edition;
  const { album, card } = shownAnnouncement(announcement, edition);
  const about = editionAbout(id);
  const common = {
    ...{ chat, kind: 'announcement' as const, because: 'pengumuman dinas', at },
    ...(thread !== undefined && { thread }),
  };
  const message = messageKey(id, key, round);
  return [
    ...(album
      ? [
          {
            ...{ ...common, key: `${message}:album`, about: `${about}:album` },
            act: { do: 'photos' as const, photos: album },
          },
        ]
      : []),
    { ...common, key: message, about, act: { do: 'say', card } },
  ];
}

/** Those a message is sent to again: it failed, nobody knows whether it arrived, or it was stopped before. */
export type Missed = 'failed' | 'unknown' | 'cancelled';

/** Sends it again to some of those it did not reach, as a new round; returns how many those are. */
export async function resendEdition(
  announcement: Announcement,
  edition: Edition,
  which: Missed,
  world: World,
): Promise<number> {
  const { id, round } = edition;
  const about = editionAbout(id);
  const rows = await world.sent.about(about);
  const missed = rows.filter((row) => missedAs(row) === which);
  const keys = new Set(missed.map(({ key }) => recipientIn(key)));
  const recipients = edition.recipients.filter(({ key }) => keys.has(key));
  await put(announcement, { ...edition, round: round + 1 }, recipients, world);
  // Each recipient has one message under the subject: the newest.
  await world.outbox.refile(
    missed.map(({ key }) => key),
    `${about}:earlier`,
  );
  // Whoever died in between finds none that were missed any more, and the new messages.
  const isOpen = recipients.length > 0 || rows.some(({ key }) => isOfRound(key, round + 1));
  if (isOpen) await world.editions.again(id, round);
  return recipients.length;
}

/** How a message was missed; one that Telegram is still asked for may turn out to have arrived. */
function missedAs(row: SentRow): Missed | undefined {
  if (isUnknown(row)) return row.isAsked ? undefined : 'unknown';
  if (row.state === 'failed' || row.state === 'muted') return 'failed';
  return row.state === 'cancelled' ? 'cancelled' : undefined;
}

const whyStopped = 'dibatalkan petugas';

/** Takes back whatever of it is still waiting; returns how many messages that were. */
export async function stopEdition({ id }: Edition, world: World, now: Date): Promise<number> {
  await world.editions.end(id, 'stoppedAt', now);
  await world.outbox.cancel(`${editionAbout(id)}:album`, whyStopped, now);
  return world.outbox.cancel(editionAbout(id), whyStopped, now);
}

/** Takes an announcement back from everybody who got it, or is just getting it. */
export async function withdrawEdition(
  announcement: Announcement,
  edition: Edition,
  world: World,
  now: Date,
): Promise<void> {
  await world.editions.end(edition.id, 'withdrawnAt', now);
  await stopEdition(edition, world, now);
  const { album, card: shown } = shownAnnouncement(announcement, edition);
  const card = { text: withdrawnWords, ...(shown.media && { media: shown.media }) };
  const rows = await changing(edition, world, (row, key) => [
    { ...row, key: withdrawalKey(key), act: { do: 'delete', of: { row: key }, card } },
    ...(album ? [withoutAlbum(row, key)] : []),
  ]);
  await world.outbox.put(rows);
}

const withoutAlbum = (row: Common, key: string): OutgoingRow => ({
  ...row,
  key: withdrawalKey(`${key}:album`),
  act: { do: 'delete', of: { row: `${key}:album` } },
});

/** Gives everybody who got it, or is just getting it, its newest wording in place of the old one. */
export async function rewordEdition(
  announcement: Announcement,
  edition: Edition,
  world: World,
): Promise<void> {
  const wording = announcement.wordings.at(-1)?.id ?? '';
  const counts = new Map<number, number>();
  for (const { chat } of await world.reads.of(edition.id, readSince(announcement, edition.begunAt)))
    counts.set(chat, (counts.get(chat) ?? 0) + 1);
  const rows = await changing(edition, world, (row, key) => {
    const reads = row.chat < 0 ? (counts.get(row.chat) ?? 0) : 0;
    const { card } = shownAnnouncement(announcement, edition, reads);
    return [
      { ...row, key: `${key}:${wording}`, act: { do: 'edit', of: { row: key }, card, only: true } },
    ];
  });
  await world.outbox.put(rows);
}

type Common = Omit<OutgoingRow, 'key' | 'act'>;

/** Rows that follow the message of each recipient; in each chat they come after it. */
async function changing(
  edition: Edition,
  world: World,
  change: (row: Common, key: string) => readonly OutgoingRow[],
): Promise<readonly OutgoingRow[]> {
  const about = editionAbout(edition.id);
  const keys = new Map(
    (await world.sent.about(about)).map(({ key }) => [recipientIn(key), key] as const),
  );
  const at = world.clock.now();
  return edition.recipients.flatMap(({ key, chat }) => {
    const message = keys.get(key);
    const row = { chat, kind: 'announcement' as const, about: changesAbout(edition.id), at };
    return message === undefined ? [] : change(row, message);
  });
}
