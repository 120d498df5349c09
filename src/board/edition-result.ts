import {
  type Edition,
  type Recipient,
  type Tally,
  changesAbout,
  editionAbout,
  isWithdrawal,
  messageKey,
  recipientIn,
} from '../domain/edition';
import { notSent } from '../domain/message-kind';
import { shortName } from '../domain/institution';
import { greeting } from '../domain/person';
import { wholeReach } from '../domain/rights';
import type { World } from '../ports';
import type { SentRow } from '../ports/sent';
import { isolated } from '../domain/isolated';

/** How a sending stands, in numbers. */
export async function tallyOf({ id }: Pick<Edition, 'id'>, world: World): Promise<Tally> {
  const states = await world.sent.tally(editionAbout(id));
  return {
    sent: states.sent,
    failed: states.failed - states.unknown + states.muted,
    unknown: states.unknown,
    asked: states.asked,
    waiting: states.scheduled + states.sending,
    cancelled: states.cancelled,
  };
}

/** What became of the message to one recipient. */
export interface Result {
  readonly recipient: Recipient;
  readonly row?: SentRow;
  /** What became of taking it back. */
  readonly takenBack?: SentRow;
}

const rank = ({ row }: Result) =>
  ['failed', 'muted', 'scheduled', 'sending', 'cancelled', 'sent'].indexOf(row?.state ?? 'sent');

/** What became of it for each recipient: those it did not reach first. */
export async function resultsOf(edition: Edition, world: World): Promise<readonly Result[]> {
  const [rows, changes] = await Promise.all([
    world.sent.about(editionAbout(edition.id)),
    edition.withdrawnAt ? world.sent.about(changesAbout(edition.id)) : [],
  ]);
  const sent = new Map(rows.map((row) => [recipientIn(row.key), row]));
  const withdrawals = changes.filter(({ key }) => isWithdrawal(key));
  const taken = new Map(withdrawals.map((row) => [recipientIn(row.key), row]));
  return edition.recipients
    .map((recipient): Result => {
      const row = sent.get(recipient.key);
      const takenBack = taken.get(recipient.key);
      return { recipient, ...(row && { row }), ...(takenBack && { takenBack }) };
    })
    .toSorted((one, other) => rank(one) - rank(other));
}

/** A result in one line: a sign, who it is, and why if it did not arrive. */
export async function resultLine(result: Result, world: World): Promise<string> {
  const { recipient, row, takenBack } = result;
  const who = await recipientName(recipient, world);
  switch (row?.state) {
    case 'sent':
      return takenBack ? takenBackLine(who, takenBack) : `✅ ${who}`;
    case 'failed':
    case 'muted':
      return notArrivedLine(who, row);
    case 'cancelled':
      return `⏹ ${who}: dibatalkan`;
    default:
      return `⏳ ${who}: menunggu`;
  }
}

function notArrivedLine(who: string, row: SentRow): string {
  if (!isUnknown(row)) return `❌ ${who}: ${reason(row.why)}`;
  return row.isAsked
    ? `❔ ${who}: sedang dicek apakah sudah sampai`
    : `❔ ${who}: tidak diketahui apakah sudah sampai`;
}

/** Whether nobody knows of a message whether it arrived. */
export const isUnknown = ({ state, why }: Pick<SentRow, 'state' | 'why'>): boolean =>
  state === 'failed' && why === notSent.unknown;

function takenBackLine(who: string, { state, why }: SentRow): string {
  if (state === 'sent') return `↩️ ${who}: ditarik kembali`;
  const isOver = state === 'failed' || state === 'muted';
  return isOver
    ? `⚠️ ${who}: belum dapat ditarik kembali, ${reason(why)}`
    : `⏳ ${who}: sedang ditarik kembali`;
}

/** Whom a message goes to, by name. */
export async function recipientName(
  { chat, person, institution: id }: Recipient,
  world: World,
): Promise<string> {
  if (person === undefined)
    return `Grup ${isolated((await world.groups.of(chat))?.title ?? 'tanpa nama')}`;
  const [known, institution] = await Promise.all([
    world.people.byId(person),
    id === undefined ? undefined : world.institutions.one(id, wholeReach),
  ]);
  const name = known ? greeting(known) : 'Seseorang yang sudah keluar';
  return institution ? `${name} (${shortName(institution)})` : name;
}

const mayNotWrite =
  'bot tidak boleh menulis di grup; setelah diizinkan, ketik /hubungkan di grup itu lalu kirim ulang';

/** Why a message did not arrive, for officers; the outbox keeps Telegram's own words. */
const reasons: readonly (readonly [words: string, reason: string])[] = [
  ['blocked', 'memblokir bot'],
  [notSent.outOfReach, 'tidak terjangkau (memblokir bot atau sudah keluar)'],
  ['deactivated', 'akun Telegramnya sudah dihapus'],
  ['initiate', 'belum pernah membuka bot'],
  ['not found', 'belum pernah membuka bot, atau grupnya sudah tidak ada'],
  ['kicked', 'bot dikeluarkan dari grup'],
  ['not a member', 'bot tidak ada di grup'],
  ['not enough rights', mayNotWrite],
  [notSent.silenced, mayNotWrite],
];

const reason = (why = ''): string =>
  reasons.find(([words]) => why.includes(words))?.[1] ?? 'ditolak Telegram';

/** The key of the newest message to a recipient; undefined when none was put. */
export async function messageRow(
  { id, round }: Edition,
  recipient: string,
  world: World,
): Promise<string | undefined> {
  const keys = Array.from({ length: round + 1 }, (_, n) => messageKey(id, recipient, round - n));
  const found = await world.sent.known(keys);
  return keys.find((key) => found.has(key));
}
