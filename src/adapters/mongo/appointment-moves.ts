import type { PipelineStage } from 'mongoose';

/**
 * How an appointment moves, as update pipelines: each is one atomic step of one document.
 *
 * `at` names the slot and only ever grows; `dueAt` says when it may be taken. A taken appointment is
 * due again when its lease ends. What hurries it while it is taken waits in `hurriedTo`, because the
 * look that is running may have read its facts before.
 */
export type Move = [PipelineStage.Set, ...PipelineStage.Unset[]];

const isTaken = { $ifNull: ['$owner', false] };
const nothing = '$$REMOVE';

/** Enters an appointment unless there is one, or its slot has had its run. */
export function entering(job: string, scope: string, at: Date): Move {
  const free = { $cond: [{ $gte: ['$lastAt', at] }, nothing, at] };
  return [
    {
      $set: {
        job: { $literal: job },
        scope: { $literal: scope },
        tries: { $ifNull: ['$tries', 0] },
        at: { $ifNull: ['$at', free] },
        dueAt: { $ifNull: ['$dueAt', free] },
      },
    },
  ];
}

/** Brings an appointment forward to `at`, or enters it; a slot that has had its run gets a new one. */
export function hurrying(job: string, scope: string, at: Date): Move {
  const slot = { $max: [at, { $add: ['$lastAt', 1] }] };
  return [
    {
      $set: {
        job: { $literal: job },
        scope: { $literal: scope },
        tries: { $ifNull: ['$tries', 0] },
        at: { $cond: [isTaken, '$at', { $min: ['$at', slot] }] },
        dueAt: { $cond: [isTaken, '$dueAt', { $min: ['$dueAt', at] }] },
        hurriedTo: {
          $cond: [isTaken, { $min: ['$hurriedTo', at] }, { $ifNull: ['$hurriedTo', nothing] }],
        },
      },
    },
  ];
}

/** Takes an appointment until the lease ends. */
export const taking = (owner: string, leaseUntil: Date): Move => [
  {
    $set: {
      owner: { $literal: owner },
      dueAt: leaseUntil,
      tries: { $add: ['$tries', 1] },
    },
  },
];

/** Forgets what hurried an appointment before `now`: the look that begins then serves it. */
export const serving = (now: Date): Move => [
  { $set: { hurriedTo: { $cond: [{ $gt: ['$hurriedTo', now] }, '$hurriedTo', nothing] } } },
];

/** Puts a slot off, or to what hurried it meanwhile if that is sooner. */
export const postponing = (until: Date, why: string): Move => [
  { $set: { dueAt: { $min: [until, '$hurriedTo'] }, why: { $literal: why } } },
  { $unset: ['owner'] },
];

/** Leaves a slot that has had its run, for the sooner of `next` and what hurried it meanwhile. */
export function movingOn(slot: Date, next: Date | undefined): Move {
  const wanted = next === undefined ? '$hurriedTo' : { $min: ['$hurriedTo', next] };
  const later = new Date(slot.getTime() + 1);
  const isWanted = { $ne: [{ $ifNull: [wanted, null] }, null] };
  return [
    {
      $set: {
        lastAt: slot,
        tries: 0,
        at: { $cond: [isWanted, { $max: [wanted, later] }, nothing] },
        dueAt: { $cond: [isWanted, wanted, nothing] },
      },
    },
    { $unset: ['owner', 'hurriedTo', 'why'] },
  ];
}
