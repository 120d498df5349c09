import type { ActivityStatus } from './activity-status';
import type { Photo } from './activity-report';
import { addDays, addMonths, dayAt, startOfDay } from './day';

/** Whom an announcement is for. */
export type Audience =
  | { readonly who: 'groups' }
  | { readonly who: 'managers' }
  | { readonly who: 'institutions'; readonly institutions: readonly string[]; readonly to: Ways }
  | { readonly who: 'regencies'; readonly regencies: readonly string[]; readonly to: Ways }
  | { readonly who: 'statuses'; readonly statuses: readonly ActivityStatus[] }
  | { readonly who: 'stages'; readonly stages: readonly string[] };

/** The chats of an institution: its groups, those who run it, or both. */
export type Ways = 'groups' | 'managers' | 'both';

/** What is sent with the text; Telegram has it already. */
export type Attachment =
  | { readonly kind: 'photos'; readonly photos: readonly Photo[] }
  | { readonly kind: 'document'; readonly fileId: string; readonly name: string };

export const repeats = ['once', 'weekly', 'monthly'] as const;
export type Repeat = (typeof repeats)[number];

/**
 * A draft waits for its author, a planned one for its time; a stopped one is sent no more, a withdrawn
 * one was taken back from everybody, and a dropped draft is kept out of sight.
 */
export type AnnouncementState = 'draft' | 'planned' | AnnouncementEnd;
export type AnnouncementEnd = 'stopped' | 'withdrawn' | 'dropped';

/** One wording of an announcement, as `domain/formatted-text` writes it. */
export interface Wording {
  /** The id of the form it came from. */
  readonly id: string;
  readonly text: string;
  readonly by: string;
  readonly at: Date;
  /** It holds for what is sent from then on; what was sent before keeps its words. */
  readonly onlyLater?: true;
  /** It says something else, so that who read the words before it has not read these. */
  readonly readAnew?: true;
}

/** Something the office tells many at once. */
export interface Announcement {
  /** The id of the form it came from. */
  readonly id: string;
  /** All wordings, the newest last. */
  readonly wordings: readonly Wording[];
  readonly attachment?: Attachment;
  readonly audience: Audience;
  /** When it goes out first; at once when it is confirmed, if absent. */
  readonly firstAt?: Date;
  readonly repeat: Repeat;
  /** The IANA zone in which days and hours of a repetition are counted. */
  readonly zone: string;
  readonly state: AnnouncementState;
  readonly by: string;
  readonly madeAt: Date;
  /** The regencies of those it is for: whoever looks after all of them may see and stop it. */
  readonly regencies: readonly string[] | 'all';
  /** Why the bot stopped it, where nobody did. */
  readonly why?: string;
}

/** Telegram's limits, in UTF-16 units of the words alone. */
export const longestText = 4096;
export const longestCaption = 1024;
export const mostPhotos = 10;

/** Whether a wording holds for what was begun to be sent at that moment; without one, for what comes. */
const holdsFor = ({ onlyLater, at }: Wording, begunAt: Date | undefined): boolean =>
  !onlyLater || begunAt === undefined || at <= begunAt;

/** The words of what was begun to be sent at that moment; without one, the newest. */
export const textOf = ({ wordings }: Pick<Announcement, 'wordings'>, begunAt?: Date): string =>
  wordings.findLast((one) => holdsFor(one, begunAt))?.text ?? '';

/** From when on a sending counts as read: what was read before its meaning changed does not. */
export const readSince = (
  { wordings }: Pick<Announcement, 'wordings'>,
  begunAt: Date,
): Date | undefined => wordings.findLast((one) => one.readAnew && holdsFor(one, begunAt))?.at;

/** How long the words may be: a single photo or a file leaves room for a caption only. */
export function textLimit(attachment: Attachment | undefined): number {
  const isCaption =
    attachment?.kind === 'document' ||
    (attachment?.kind === 'photos' && attachment.photos.length === 1);
  return isCaption ? longestCaption : longestText;
}

/**
 * The moment of the `n`th sending, counted from 0; undefined when there is none.
 *
 * A repetition keeps its day and its hour in its zone; the 31st is the last day of a shorter month.
 */
export function slotOf(
  { firstAt, repeat, zone }: Pick<Announcement, 'firstAt' | 'repeat' | 'zone'>,
  n: number,
): Date | undefined {
  if (!firstAt || n === 0) return firstAt;
  if (repeat === 'once') return undefined;
  const first = dayAt(firstAt, zone);
  const minutes = firstAt.getTime() - startOfDay(first, zone).getTime();
  const on = repeat === 'weekly' ? addDays(first, 7 * n) : addMonths(first, n);
  return new Date(startOfDay(on, zone).getTime() + minutes);
}

/** The number of the first sending at `from` or later; undefined when there is none any more. */
export function nextSending(
  announcement: Pick<Announcement, 'firstAt' | 'repeat' | 'zone'>,
  from: Date,
): number | undefined {
  for (let n = 0; ; n += 1) {
    const slot = slotOf(announcement, n);
    if (!slot) return undefined;
    if (slot >= from) return n;
  }
}

/** The number of the sending whose moment this is. */
export function sendingAt(
  announcement: Pick<Announcement, 'firstAt' | 'repeat' | 'zone'>,
  slot: Date,
): number | undefined {
  const n = nextSending(announcement, slot);
  return n !== undefined && slotOf(announcement, n)?.getTime() === slot.getTime() ? n : undefined;
}

/** Past this many hours a planned sending has lost its use: what it says of today is over. */
export const usefulHours = 12;
