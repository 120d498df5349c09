import type { Merge, MergeStep } from '../../domain/merge';
import type { Store } from './connect';
import type { InstitutionRow } from './institution-rows';
import { mergeExpectations } from './merge-expectations';
import { mergeRegistration } from './merge-registration';
import { leavingNothing } from './merged-rows';
import {
  incidentSchema,
  latestTransitionSchema,
  leaveSchema,
  obstacleSchema,
  pastTransitionSchema,
  expirySchema,
  rulesSchema,
  taskSchema,
} from './clockwork-schemas';
import { insertOnce } from './duplicate-key';
import {
  courseSchema,
  groupSchema,
  institutionSchema,
  interestSchema,
  invitationSchema,
  outboxSchema,
  particularSchema,
  personSchema,
  reportSchema,
  visitSchema,
} from './schemas';

type Take = (merge: Merge) => Promise<void>;

/**
 * The rows that say in `institution` whose they are, and of which there may be any number.
 *
 * Everything else that knows an institution is named in `mergeTakers`, or in the test that looks at
 * all schemas, with the reason why it may stay as it is.
 */
const plainRecords = [
  ['Report', reportSchema],
  ['Visit', visitSchema],
  ['Course', courseSchema],
  ['Interest', interestSchema],
  ['Particular', particularSchema],
  ['Leave', leaveSchema],
  ['Obstacle', obstacleSchema],
  ['Task', taskSchema],
  ['Expiry', expirySchema],
  ['PastTransition', pastTransitionSchema],
] as const;

/** Brings over everything that is kept of a duplicate; each step may be done again at any time. */
export function mergeTakers(store: Store): Readonly<Record<MergeStep, Take>> {
  return {
    'lead over': leadOver(store),
    name: takeName(store),
    records: takeRecords(store),
    incidents: takeIncidents(store),
    expectations: mergeExpectations(store),
    transitions: takeTransitions(store),
    registration: mergeRegistration(store),
    settings: takeSettings(store),
    people: takePeople(store),
    invitations: takeInvitations(store),
    groups: takeGroups(store),
    messages: cancelMessages(store),
  };
}

/** One write: from now on the duplicate's id leads to the survivor. */
function leadOver(store: Store): Take {
  const rows = store.model('Institution', institutionSchema);
  return async ({ from, into, at }) => {
    await rows.updateOne(
      { _id: from, mergedInto: null },
      { $set: { mergedInto: into, archivedAt: at } },
    );
  };
}

/**
 * The survivor answers to the duplicate's names, was registered as early as the older of both, and is
 * called at the duplicate's number unless it has its own.
 */
function takeName(store: Store): Take {
  const rows = store.model('Institution', institutionSchema);
  return async ({ from, into }) => {
    const duplicate = await rows.findOne({ _id: from }).lean<InstitutionRow | null>();
    if (!duplicate) return;
    const names = [from, ...(duplicate.formerIds ?? [])];
    await rows.updateOne(
      { _id: into },
      {
        $addToSet: { formerIds: { $each: names } },
        $min: { registeredAt: duplicate.registeredAt },
      },
    );
    const { phone } = duplicate;
    if (phone === undefined) return;
    await rows.updateOne({ _id: into, phone: null }, { $set: { phone } });
    // Done again, it must not bring back what an officer has taken away since.
    await rows.updateOne({ _id: from, phone }, { $unset: { phone: 1 } });
  };
}

function takeRecords(store: Store): Take {
  return async ({ from, into }) => {
    for (const [name, schema] of plainRecords)
      await store
        .model(name, schema)
        .updateMany({ institution: from }, { $set: { institution: into } });
  };
}

/** At most one is open per institution: the duplicate's is closed when the survivor has its own. */
function takeIncidents(store: Store): Take {
  const rows = store.model('Incident', incidentSchema);
  const cancel = cancelling(store);
  const closeOwn = async ({ from, into, at }: Merge) => {
    if (!(await rows.exists({ institution: into, open: true }))) return;
    const own = await rows
      .findOne({ institution: from, open: true })
      .lean<{ readonly _id: string } | null>();
    if (!own) return;
    await cancel({ about: `incident:${own._id}` }, at);
    await rows.updateOne({ _id: own._id }, { $set: { closedAt: at }, $unset: { open: 1 } });
  };
  return async (merge) => {
    const { from, into } = merge;
    for (let moved = false; !moved;) {
      await closeOwn(merge);
      // One that the survivor gets in this very moment makes another round.
      moved = await insertOnce(() =>
        rows.updateMany({ institution: from }, { $set: { institution: into } }),
      );
    }
  };
}

interface TransitionRow {
  readonly _id: string;
  readonly turn: number;
}

/** The duplicate's last status becomes a past one of the survivor; what holds now is computed anew. */
function takeTransitions(store: Store): Take {
  const latest = store.model('LatestTransition', latestTransitionSchema);
  const past = store.model('PastTransition', pastTransitionSchema);
  return async ({ from, into }) => {
    const row = await latest.findOne({ _id: from }).lean<TransitionRow | null>();
    if (!row) return;
    const { _id, ...change } = row;
    await insertOnce(() =>
      past.create({ _id: `${_id}:${row.turn}`, institution: into, ...change }),
    );
    await latest.deleteOne({ _id: from, turn: row.turn });
  };
}

/** Settings of its own go over when the survivor has none; else the survivor's hold. */
function takeSettings(store: Store): Take {
  const rows = store.model('Rules', rulesSchema);
  const leave = leavingNothing(store);
  return async (merge) => {
    const row = await rows
      .findOne({ _id: `institution:${merge.from}` })
      .lean<{ readonly _id: string } | null>();
    if (!row) return;
    await insertOnce(() => rows.create({ ...row, _id: `institution:${merge.into}` }));
    await leave(merge, 'rules', row);
    await rows.deleteOne({ _id: row._id });
  };
}

/** Whoever ran the duplicate runs the survivor; the rest of what they may do stays. */
function takePeople(store: Store): Take {
  const rows = store.model('Person', personSchema);
  return async ({ from, into }) => {
    await rows.updateMany(
      { 'grants.institution': from },
      { $set: { 'grants.$[grant].institution': into } },
      { arrayFilters: [{ 'grant.institution': from }] },
    );
    await rows.updateMany(
      { 'publicContacts.institution': from },
      { $set: { 'publicContacts.$[contact].institution': into } },
      { arrayFilters: [{ 'contact.institution': from }] },
    );
  };
}

function takeInvitations(store: Store): Take {
  const rows = store.model('Invitation', invitationSchema);
  return async ({ from, into }) => {
    await rows.updateMany({ 'grants.institution': from }, { $set: { 'grants.institution': into } });
  };
}

/** Groups that heard of the duplicate hear of the survivor. */
function takeGroups(store: Store): Take {
  const rows = store.model('Group', groupSchema);
  return async ({ from, into }) => {
    const linked = { institutions: from };
    await rows.updateMany(linked, { $addToSet: { institutions: into } });
    await rows.updateMany(linked, { $pull: { institutions: from } });
  };
}

/** Check-ins about the duplicate that are still to go: the survivor has its own. */
function cancelMessages(store: Store): Take {
  const cancel = cancelling(store);
  return ({ from, at }) =>
    cancel({ about: { $gte: `check-in:${from}:`, $lt: `check-in:${from};` } }, at);
}

const whyCancelled = 'dibatalkan: lembaga digabungkan';

/** Takes messages back; one that is being sent at this moment goes out, but is not tried again. */
function cancelling(store: Store) {
  const rows = store.model('Outbox', outboxSchema);
  return async (which: object, at: Date): Promise<void> => {
    const open = { ...which, state: { $in: ['scheduled', 'sending'] } };
    await rows.updateMany(open, { $set: { unwanted: whyCancelled } });
    await rows.updateMany(
      { ...which, state: 'scheduled' },
      { $set: { state: 'cancelled', why: whyCancelled, doneAt: at }, $unset: { unwanted: 1 } },
    );
  };
}
