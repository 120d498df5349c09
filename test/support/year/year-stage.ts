import type { CastMember } from '../../../src/cast';
import type { LocalTelegram } from '../../../src/playground/playground';
import type { World } from '../../../src/ports';
import type { Talker } from '../talk';

/** What the deeds of a year are done with, whatever runs the bot. */
export interface YearStage {
  readonly telegram: LocalTelegram;
  readonly world: Pick<World, 'rules' | 'people' | 'institutions' | 'clock' | 'chance'>;
  as(member: Pick<CastMember, 'id'>): Talker;
  /** Plays the time up to a moment. */
  playTo(at: Date): Promise<void>;
}
