import { announcements } from './announcements';
import { checkIn } from './check-in';
import { courses } from './courses';
import { dailyDigest, weeklyDigest } from './digest';
import { escalation } from './escalation';
import { expiryWarnings } from './expiry-warnings';
import { heartbeat } from './heartbeat';
import { monthlyGroupTotals } from './group-totals';
import { finishMerges } from './finish-merges';
import { forgetting } from './forgetting';
import { idleDrafts } from './idle-drafts';
import type { Job } from './job';
import { openPeriods } from './open-periods';
import { retention } from './retention';
import { status } from './status';

/** Everything the bot does by itself, in the order in which it is done at one moment. */
export const jobs: readonly Job[] = [
  openPeriods,
  checkIn,
  status,
  escalation,
  dailyDigest,
  weeklyDigest,
  expiryWarnings,
  courses,
  announcements,
  monthlyGroupTotals,
  idleDrafts,
  finishMerges,
  forgetting,
  retention,
  heartbeat,
];
