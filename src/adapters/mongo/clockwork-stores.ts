import type { Clockwork } from '../../ports/clockwork';
import type { RulesFile } from '../../ports/rules';
import { mongoAppointments } from './appointments';
import type { Store } from './connect';
import { mongoExpectations } from './expectations';
import { mongoExpiries } from './expiries';
import { mongoIncidents } from './incidents';
import { mongoLeaves } from './leaves';
import { mongoObstacles } from './obstacles';
import { mongoOutages } from './outages';
import { mongoRules } from './rules';
import { mongoTasks } from './tasks';
import { mongoTransitions } from './transitions';

/** Opens what the bot keeps in order to act by itself. */
export const clockworkStores = (store: Store, file: RulesFile): Clockwork => ({
  appointments: mongoAppointments(store),
  expectations: mongoExpectations(store),
  leaves: mongoLeaves(store),
  obstacles: mongoObstacles(store),
  transitions: mongoTransitions(store),
  incidents: mongoIncidents(store),
  tasks: mongoTasks(store),
  outages: mongoOutages(store),
  expiries: mongoExpiries(store),
  rules: mongoRules(store, file),
});

/** Where there is no editable file, as in the command-line tools. */
export const noRulesFile: RulesFile = {
  edited: () =>
    Promise.resolve({ policy: {}, institutions: new Map(), rhythms: new Map(), calendar: {} }),
  problems: () => Promise.resolve([]),
};
