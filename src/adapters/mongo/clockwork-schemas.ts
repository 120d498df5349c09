import { Schema } from 'mongoose';
import { strictSchema } from './strict-schema';

const anything = Schema.Types.Mixed;
const words = { type: String, required: true };
const moment = { type: Date, required: true };
const list = { type: [anything], required: true };
const daySeconds = 24 * 3600;

/** The next look of each job at each scope: `at` names the slot, `dueAt` says when it may be taken. */
export const appointmentSchema = strictSchema('appointments', {
  _id: String,
  job: words,
  scope: words,
  at: Date,
  dueAt: Date,
  lastAt: Date,
  tries: { type: Number, default: 0 },
  owner: String,
  hurriedTo: Date,
  why: String,
})
  .index({ dueAt: 1, _id: 1 })
  .index({ owner: 1 }, { sparse: true });

/** What became of each slot of a job, longer than any job waits for its next one. */
export const jobRunSchema = strictSchema('job-runs', {
  _id: String,
  job: words,
  scope: words,
  slot: moment,
  state: words,
  at: moment,
  late: { type: Boolean, required: true },
  did: words,
  next: Date,
})
  .index({ job: 1, state: 1, at: -1 })
  .index({ at: 1 }, { expireAfterSeconds: 400 * daySeconds });

export const expectationSchema = strictSchema('expectations', {
  _id: String,
  institution: words,
  period: { id: words, rhythm: words, opensOn: words, closesOn: words },
  opensAt: moment,
  deadlineAt: moment,
  state: words,
  excuse: String,
  via: String,
  answeredAt: Date,
  onTime: Boolean,
  openingSentOn: String,
  reminderSentOn: String,
  taskMadeOn: String,
  askAgainOn: String,
  tappedAt: Date,
})
  .index({ institution: 1, 'period.opensOn': 1 })
  .index({ institution: 1, state: 1, 'period.opensOn': 1 });

export const leaveSchema = strictSchema('leaves', {
  _id: String,
  institution: words,
  from: words,
  to: words,
  reason: words,
  note: String,
  enteredBy: words,
  enteredAt: moment,
  shortened: { type: [anything], default: undefined },
  withdrawnBy: String,
}).index({ institution: 1, withdrawnBy: 1, from: 1 });

export const obstacleSchema = strictSchema('obstacles', {
  _id: String,
  institution: words,
  kind: words,
  note: { type: String, default: '' },
  statedBy: words,
  statedAt: moment,
  onBehalf: Boolean,
  handledBy: String,
  handledAt: Date,
  talk: { type: [anything], default: undefined },
  closedAt: Date,
  closing: { type: anything },
}).index({ institution: 1, closedAt: 1, statedAt: 1 });

const transition = {
  from: String,
  to: words,
  at: moment,
  reasons: list,
  silentDays: { type: Number, required: true },
  /** Counts the changes of one institution from 1 on. */
  turn: { type: Number, required: true },
};

/** The latest change of each institution's status, under the institution's id. */
export const latestTransitionSchema = strictSchema('latest-transitions', {
  _id: String,
  ...transition,
});

/** The changes before the latest one. */
export const pastTransitionSchema = strictSchema('past-transitions', {
  _id: String,
  institution: words,
  ...transition,
}).index({ institution: 1, at: 1 });

export const incidentSchema = strictSchema('incidents', {
  _id: String,
  institution: words,
  status: words,
  openedAt: moment,
  zone: words,
  done: list,
  handlings: list,
  /** There as long as it is open: what the unique index goes by. */
  open: Boolean,
  closedAt: Date,
  followUp: { type: anything },
})
  .index({ institution: 1 }, { unique: true, partialFilterExpression: { open: true } })
  .index({ institution: 1, 'followUp.at': 1 });

export const taskSchema = strictSchema('tasks', {
  _id: String,
  institution: words,
  kind: words,
  why: words,
  dueOn: words,
  madeAt: moment,
  doneAt: Date,
  doneBy: String,
})
  .index({ institution: 1, doneAt: 1, dueOn: 1 })
  .index({ institution: 1, kind: 1, doneAt: 1 });

/** When the bot was last seen alive: one row. */
export const heartbeatSchema = strictSchema('heartbeats', { _id: String, at: moment });

export const outageSchema = strictSchema('outages', {
  _id: String,
  from: moment,
  to: moment,
}).index({ to: 1 });

export const expirySchema = strictSchema('expiries', {
  _id: String,
  institution: words,
  what: words,
  on: words,
}).index({ institution: 1, on: 1 });

/** Settings that were changed by command: of the deployment, of one institution, and of the calendar. */
export const rulesSchema = strictSchema('rules', {
  _id: String,
  override: { type: anything, required: true },
  changes: { type: [anything], default: undefined },
  version: { type: Number, required: true },
  changedBy: words,
  changedAt: moment,
});

/** The settings whose consequences were last drawn: one row. */
export const noticedRulesSchema = strictSchema('noticed-rules', {
  _id: String,
  mark: words,
  state: words,
  at: moment,
});
