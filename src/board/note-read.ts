import { readSince } from '../domain/announcement';
import type { Edition } from '../domain/edition';
import { editionAbout } from '../domain/edition';
import type { Visitor, World } from '../ports';
import type { Chat } from '../talk';
import { readButtons } from './announcement-cards';
import { messageRow } from './edition-result';

/** Whether somebody read an announcement for the first time; unknown where they did not get it. */
export type WasRead = 'new' | 'again' | 'unknown';

/** Notes that somebody read an announcement, and shows the number of readers under it. */
export async function noteRead(
  id: string,
  chat: Chat,
  world: World,
  visitor: Visitor,
): Promise<WasRead> {
  const edition = await world.editions.one(id);
  const recipient = edition?.recipients.find((one) => one.chat === chat.id);
  if (!edition || !recipient || edition.withdrawnAt) return 'unknown';
  const announcement = await world.announcements.one(edition.announcement);
  const since = announcement && readSince(announcement, edition.begunAt);
  const read = {
    ...{ edition: id, chat: chat.id, telegramId: visitor.telegramId, at: visitor.now },
    ...(visitor.person?.consent && { person: visitor.person.id }),
  };
  if (!(await world.reads.note(read, since))) return 'again';
  await showCount({ edition, key: recipient.key, since }, chat, world);
  return 'new';
}

/** A group's taps are shown together, or Telegram's limit would be used up by them. */
const gatherMs = 5_000;

interface Counted {
  readonly edition: Edition;
  /** The recipient whose message it is. */
  readonly key: string;
  readonly since: Date | undefined;
}

/** The newest number replaces the one that still waits to be shown. */
async function showCount(
  { edition, key, since }: Counted,
  chat: Chat,
  world: World,
): Promise<void> {
  const now = world.clock.now();
  const about = `${editionAbout(edition.id)}:reads:${chat.id}`;
  const [reads, row] = await Promise.all([
    world.reads.count(edition.id, { chat: chat.id, since }),
    messageRow(edition, key, world),
  ]);
  if (row === undefined) return;
  await world.outbox.cancel(about, 'digantikan jumlah yang lebih baru', now);
  const grid = Math.ceil(now.getTime() / gatherMs) * gatherMs;
  await world.outbox.put([
    {
      key: `${about}:${since?.getTime() ?? ''}:${reads}`,
      ...{ about, chat: chat.id, kind: 'announcement', at: now },
      act: { do: 'rebutton', of: { row }, buttons: readButtons(edition.id, reads) },
      notBefore: chat.kind === 'group' ? new Date(grid) : now,
    },
  ]);
}
