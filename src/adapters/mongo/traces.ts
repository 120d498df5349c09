import type { Forgetting } from '../../domain/forgetting';
import { wipeOf } from '../../domain/wiped-words';
import type { KeptAbout, Traces } from '../../ports/traces';
import type { Store } from './connect';
import { insertOnce } from './duplicate-key';
import { everybody } from './everybody';
import { forgettingOf, type ForgettingRow, isOpen } from './forgetting-row';
import { expireRows, leftPeople } from './retention';
import { forgettingSchema } from './schemas';
import { cancelMessagesTo, takeCourseContacts } from './trace-steps';
import type { Conditions, Somebody, Sweeping, TraceTaker } from './trace-taker';
import { traceTakers } from './trace-takers';
import { institutionNames, wipeRows } from './wipe-rows';

/** More records of one sort than anybody reads; the newest are given. */
const mostRecords = 500;

/** Finds and takes what is kept of people, in every collection that has a line in `traceTakers`. */
export function mongoTraces(store: Store): Traces {
  const rows = store.model('Forgetting', forgettingSchema);
  const personOf = personFinder(store);

  return {
    everybody: () => everybody(store),

    async about(telegramId) {
      const person = await personOf(telegramId);
      const one: Somebody = {
        telegramId,
        ...(person && { person: person._id, phones: phonesOf(person) }),
      };
      const found = await Promise.all(
        Object.entries(traceTakers).map(([name, taker]) =>
          keptIn(store.collection(name), taker, one),
        ),
      );
      return found.flatMap((kept) => kept ?? []);
    },

    async begin({ id, telegramId, at }) {
      const person = await personOf(telegramId);
      const given = await store.collection('interests').distinct('phone', { telegramId });
      await insertOnce(() => rows.create(forgettingOf({ id, telegramId, at }, person, given)));
      const row = await rows.findOne({ _id: id }).lean<ForgettingRow | null>();
      return row && isOpen(row) ? opened(row) : undefined;
    },

    async open() {
      const found = await rows
        .find({ doneAt: null })
        .sort({ at: 1, _id: 1 })
        .lean<ForgettingRow[]>();
      return found.filter(isOpen).map(opened);
    },

    async unlink(forgetting) {
      if (forgetting.person !== undefined)
        await store.collection<{ _id: string }>('people').deleteOne({ _id: forgetting.person });
      await cancelMessagesTo(forgetting.telegramId, store);
      await takeCourseContacts(forgetting, store);
    },

    async sweep(forgetting, now) {
      const given: Sweeping = {
        store,
        now,
        wipe: wipeOf(forgetting, await institutionNames(store)),
      };
      for (const [name, taker] of Object.entries(traceTakers))
        await sweepOne(name, taker, forgetting, given);
    },

    async isQuiet({ telegramId }) {
      const [waiting, unsent] = await Promise.all([
        store.collection('inbox').findOne({ lane: `person:${telegramId}`, state: 'new' }),
        store
          .collection('outbox')
          .findOne({ chat: telegramId, state: { $in: ['scheduled', 'sending'] } }),
      ]);
      return waiting === null && unsent === null;
    },

    async end(id, at) {
      const bare = { telegramId: 1, person: 1, names: 1, phone: 1, phones: 1, grants: 1 } as const;
      await rows.updateOne({ _id: id, doneAt: null }, { $set: { doneAt: at }, $unset: bare });
    },

    left: (before) => leftPeople(store, before),
    expire: (now) => expireRows(store, now),
  };
}

const opened = ({ _id: id, doneAt: _doneAt, ...rest }: ForgettingRow): Forgetting => ({
  id,
  ...rest,
});

type PersonRow = NonNullable<Parameters<typeof forgettingOf>[1]>;

/** Their own number, and those the public was given. */
const phonesOf = ({ phone, publicContacts = [] }: PersonRow): readonly string[] => [
  ...(phone === undefined ? [] : [phone]),
  ...publicContacts.flatMap((contact) => contact.phone ?? []),
];

const personFinder = (store: Store) => (telegramId: number) =>
  store.collection<PersonRow>('people').findOne({ telegramId });

type Rows = ReturnType<Store['collection']>;

async function keptIn(
  rows: Rows,
  { heading, of }: TraceTaker,
  one: Somebody,
): Promise<KeptAbout | undefined> {
  const filter = anyOf(of?.(one));
  if (heading === undefined || !filter) return undefined;
  const total = await rows.countDocuments(filter);
  if (total === 0) return undefined;
  const records = await rows.find(filter).sort({ _id: -1 }).limit(mostRecords).toArray();
  return { heading, total, records };
}

/** Matches nothing when there is no condition: an empty filter would match every row there is. */
const anyOf = (conditions: Conditions = []) =>
  conditions.length === 0 ? undefined : { $or: [...conditions] };

async function sweepOne(
  name: string,
  taker: TraceTaker,
  forgetting: Forgetting,
  given: Sweeping,
): Promise<void> {
  await taker.also?.(forgetting, given);
  const own = anyOf(taker.own?.(forgetting));
  if (own) await given.store.collection(name).deleteMany(own);
  await wipeRows(name, taker, given);
}
