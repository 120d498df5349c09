import { type MessageKind, notSent, whenUnsure } from '../../../src/domain/message-kind';
import type { LocalTelegram, SeenMessage } from '../../../src/playground/playground';
import type { LedgerRow } from './play-year';

/** What became of messages whose sender died before it could write down Telegram's answer. */
export interface YearDoubts {
  /** The rows, with those that were let go taken for sent, as far as Telegram has them. */
  readonly rows: readonly LedgerRow[];
  /** Sent a second time, by kind. */
  readonly repeated: readonly MessageKind[];
  /** Let go, by kind, and whether they had arrived. */
  readonly letGo: readonly { readonly kind: MessageKind; readonly arrived: boolean }[];
  /** Messages in a chat that no row accounts for, or that its kind does not allow. */
  readonly wrong: readonly string[];
}

/** Accounts for every message of the bot in every chat by the rows of the outbox. */
export function doubtsOf(rows: readonly LedgerRow[], telegram: LocalTelegram): YearDoubts {
  const chats = [...new Set(rows.map(({ chat }) => chat))];
  const seen = chats.flatMap((chat) => telegram.chat(chat).filter(({ from }) => from.isBot));
  const known = new Map(rows.map((row) => [`${row.chat}:${row.message}`, row]));
  const rowOf = ({ chatId, id }: SeenMessage) => known.get(`${chatId}:${id}`);
  const doubtful = rows.filter(isInDoubt);
  const sentTwice = seen.flatMap((one) => {
    const twin = !rowOf(one) && seen.find((other) => isSame(one, other) && rowOf(other));
    return twin ? [{ one, kind: rowOf(twin)?.kind ?? 'answer' }] : [];
  });
  const others = seen.filter((one) => !rowOf(one) && !sentTwice.some((twice) => twice.one === one));
  const arrived = (row: LedgerRow) => others.some(({ chatId }) => chatId === row.chat);
  return {
    rows: rows.map((row) => (isInDoubt(row) ? asSent(row) : row)),
    repeated: sentTwice.map(({ kind }) => kind),
    letGo: doubtful.map((row) => ({ kind: row.kind, arrived: arrived(row) })),
    wrong: [
      ...sentTwice.flatMap(({ kind }) => (whenUnsure(kind) === 'repeat' ? [] : [`twice: ${kind}`])),
      ...doubtful.flatMap(({ kind, _id }) =>
        whenUnsure(kind) === 'let-go' ? [] : [`let go: ${_id}`],
      ),
      ...(others.length > doubtful.length ? others.map(({ text }) => `unknown: ${text}`) : []),
    ],
  };
}

const isInDoubt = ({ state, why }: LedgerRow) => state === 'failed' && why === notSent.unknown;

const isSame = (one: SeenMessage, other: SeenMessage) =>
  one.id !== other.id && one.chatId === other.chatId && one.text === other.text;

function asSent({ why: _why, ...row }: LedgerRow): LedgerRow {
  return { ...row, state: 'sent' };
}
