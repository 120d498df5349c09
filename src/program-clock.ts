import { type MovableClock, movableClock } from './adapters/movable-clock';
import { systemClock } from './adapters/system';
import type { Settings } from './config';
import type { Clock } from './ports';

/** The clock of the playground, which stays where it was moved to. */
export const playgroundClock = ({ DATA_DIR }: Pick<Settings, 'DATA_DIR'>): MovableClock =>
  movableClock(systemClock, `${DATA_DIR}/jam-playground`);

/** The clock that a program with these settings goes by; without a token that is the playground's. */
export const programClock = (settings: Pick<Settings, 'DATA_DIR' | 'BOT_TOKEN'>): Clock =>
  settings.BOT_TOKEN === undefined ? playgroundClock(settings) : systemClock;
