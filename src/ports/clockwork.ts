import type { Appointments } from './appointments';
import type {
  Expectations,
  Expiries,
  Incidents,
  Leaves,
  Obstacles,
  Outages,
  Tasks,
  Transitions,
} from './follow-ups';
import type { Rules } from './rules';

/** What the bot keeps in order to act by itself. */
export interface Clockwork {
  readonly appointments: Appointments;
  readonly expectations: Expectations;
  readonly leaves: Leaves;
  readonly obstacles: Obstacles;
  readonly transitions: Transitions;
  readonly incidents: Incidents;
  readonly tasks: Tasks;
  readonly outages: Outages;
  readonly expiries: Expiries;
  readonly rules: Rules;
}
