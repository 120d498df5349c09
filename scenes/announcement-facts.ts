import type { Institution } from '../src/domain/institution';
import type { Choice } from '../src/scene';

/** What forms of announcements need to know: whom its author may write to. */
export interface AnnouncementFacts {
  readonly institutions: readonly Institution[];
  readonly stages: readonly Choice[];
}
