import type { Forgetting } from '../../domain/forgetting';
import { aboutInterest } from '../../domain/interest';
import { wipeOf } from '../../domain/wiped-words';
import type { Store } from './connect';
import type { Sweeping } from './trace-taker';

/** Stands in the place of a lane that led to somebody; the number of the update stays, to know a repeat. */
export const forgottenLane = 'forgotten';

const lanesOf = ({ telegramId }: Forgetting) => [`person:${telegramId}`, `inline:${telegramId}`];

/** Updates are blanked; one that is still to be handled is left until it has been. */
export async function takeInbox(forgetting: Forgetting, { store }: Sweeping): Promise<void> {
  const rows = store.collection('inbox');
  await rows.updateMany(
    { lane: { $in: lanesOf(forgetting) }, state: { $ne: 'new' } },
    { $set: { lane: forgottenLane, body: {} } },
  );
  // What they said in groups stands there only until it is dealt with, or was set aside.
  const { telegramId } = forgetting;
  await rows.updateMany(
    {
      state: 'aside',
      $or: ['message', 'edited_message', 'callback_query', 'my_chat_member', 'inline_query'].map(
        (what) => ({
          [`body.${what}.from.id`]: telegramId,
        }),
      ),
    },
    { $set: { body: {} } },
  );
}

/** A worker that died may have left its lease, which nobody will take back. */
export async function takeLeases(forgetting: Forgetting, { store, now }: Sweeping): Promise<void> {
  await store.collection<{ _id: string; until: Date }>('leases').deleteMany({
    _id: { $in: lanesOf(forgetting).map((lane) => `lane:${lane}`) },
    until: { $lte: now },
  });
}

/**
 * Messages to the person go, but for an answer that is under way; those to others lose the name.
 *
 * A file cannot be searched for a name, so it goes from whatever has been sent.
 */
export async function takeOutbox(
  { telegramId: chat }: Forgetting,
  { store }: Sweeping,
): Promise<void> {
  const rows = store.collection('outbox');
  await cancelMessagesTo(chat, store);
  await rows.deleteMany({ chat, state: { $nin: ['scheduled', 'sending'] } });
  // What others were told of them; one that is being sent at this moment is taken by the next look.
  await rows.deleteMany({ about: aboutInterest(chat), state: { $ne: 'sending' } });
  await rows.updateMany(
    { state: { $nin: ['scheduled', 'sending'] }, 'act.file': { $exists: true } },
    { $unset: { 'act.file': 1 } },
  );
}

const centresOf = ({ grants }: Pick<Forgetting, 'grants'>): readonly string[] =>
  grants.flatMap((grant) =>
    grant.role === 'manager' || grant.role === 'deputy' ? [grant.institution] : [],
  );

/** An instructor of their own centres who bears their name; elsewhere it is somebody else. */
export async function takeInstructors(
  { names, grants }: Forgetting,
  { store }: Sweeping,
): Promise<void> {
  const centres = centresOf({ grants });
  if (centres.length === 0) return;
  const rows = store.collection('particulars');
  const bare = (name: unknown) => String(name).trim().replace(/\s+/gu, ' ').toLocaleLowerCase('id');
  const sought = new Set(names.map(({ name }) => bare(name)));
  const found = rows.find({ sort: 'instructor', institution: { $in: centres } });
  for await (const { _id, name } of found)
    if (sought.has(bare(name))) await rows.updateOne({ _id }, { $unset: { name: 1 } });
}

/**
 * Whom those who want to take part may turn to, where it is the person or was written by them.
 *
 * The public reads it, so that it goes as a whole: half of it would be no contact, and still tell who it was.
 */
export async function takeCourseContacts(forgetting: Forgetting, store: Store): Promise<void> {
  // Nobody is known by no id at all.
  const { person = '' } = forgetting;
  const institution = { $in: [...centresOf(forgetting)] };
  const wipe = wipeOf(forgetting);
  const names = (words: string | undefined) =>
    words !== undefined && wipe(words, undefined) !== words;
  const rows = store.collection<CourseRow>('courses');
  const theirs = { $or: [{ institution }, { plannedBy: person }] };
  for await (const { _id, contact, announced, plannedBy } of rows.find(theirs))
    if (plannedBy === person || names(contact) || names(announced?.contact))
      await rows.updateOne({ _id }, { $unset: { contact: 1, 'announced.contact': 1 } });
}

interface CourseRow {
  readonly _id: string;
  readonly institution: string;
  readonly plannedBy: string;
  readonly contact?: string;
  /** What the public reads while a change is looked at. */
  readonly announced?: { readonly contact?: string };
}

const numbersOf = ({ phone, phones = [] }: Forgetting): readonly string[] => [
  ...(phone === undefined ? [] : [phone]),
  ...phones,
];

/** Centres that were to be called at somebody's own number. */
export async function takeNumbers(forgetting: Forgetting, { store }: Sweeping): Promise<void> {
  const phone = { $in: [...numbersOf(forgetting)] };
  await store.collection('institutions').updateMany({ phone }, { $unset: { phone: 1 } });
}

/** The same in rows of files, so that an import that is still to be done does not bring them back. */
export async function takeImportedNumbers(
  forgetting: Forgetting,
  { store }: Sweeping,
): Promise<void> {
  const phone = { $in: [...numbersOf(forgetting)] };
  await store
    .collection('import-parts')
    .updateMany(
      { 'rows.fields.phone': phone },
      { $unset: { 'rows.$[row].fields.phone': 1 } },
      { arrayFilters: [{ 'row.fields.phone': phone }] },
    );
}

/** An announcement was for fewer people, as far as is known; what became of it with the others stays. */
export async function takeRecipients(
  { telegramId: chat }: Forgetting,
  { store }: Sweeping,
): Promise<void> {
  await store
    .collection<{ recipients: { chat: number }[] }>('editions')
    .updateMany({ 'recipients.chat': chat }, { $pull: { recipients: { chat } } });
}

/** Takes back what nobody asked for, so that nothing more is sent to somebody who left. */
export async function cancelMessagesTo(chat: number, store: Store): Promise<void> {
  const rows = store.collection('outbox');
  await rows.updateMany(
    { chat, state: 'sending', rank: { $gt: 0 } },
    { $set: { unwanted: 'dibatalkan: data dihapus' } },
  );
  await rows.deleteMany({ chat, state: 'scheduled', rank: { $gt: 0 } });
}
