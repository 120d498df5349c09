import type { ObstacleId, ObstacleResult } from '../domain/obstacle';

/** Something that keeps an institution from being active. */
export interface Obstacle {
  readonly id: string;
  readonly institution: string;
  readonly kind: ObstacleId;
  readonly note: string;
  readonly statedBy: string;
  readonly statedAt: Date;
  /** Whether an officer stated it for the institution. */
  readonly onBehalf?: boolean;
  /** The officer who takes care of it. */
  readonly handledBy?: string;
  readonly handledAt?: Date;
  /** What was said about it since, oldest first. */
  readonly talk?: readonly ObstacleWords[];
  readonly closedAt?: Date;
  readonly closing?: ObstacleClosing;
}

/** Words about an obstacle, passed on by the bot; `id` is that of the form they came from. */
export interface ObstacleWords {
  readonly id: string;
  readonly by: string;
  readonly from: 'centre' | 'office';
  readonly at: Date;
  readonly text: string;
}

/** How an obstacle ended; `id` is that of the form it came from. */
export interface ObstacleClosing {
  readonly id: string;
  readonly by: string;
  readonly at: Date;
  readonly result: ObstacleResult;
  readonly note: string;
}

export interface Obstacles {
  add(obstacle: Obstacle): Promise<void>;
  one(id: string): Promise<Obstacle | undefined>;
  /** The open ones of these institutions, oldest first. */
  open(institutions: readonly string[]): Promise<readonly Obstacle[]>;
  /** Those closed since `from`, oldest first. */
  closedSince(institutions: readonly string[], from: Date): Promise<readonly Obstacle[]>;
  /** Gives it to an officer, in place of the one named; false when another took it or it is closed. */
  handle(id: string, by: string, at: Date, inPlaceOf?: string): Promise<boolean>;
  /** Keeps words once; false when it is closed, or not there. */
  say(id: string, words: ObstacleWords): Promise<boolean>;
  /** Closes it; false when somebody else did before, or it is not there. */
  close(id: string, closing: ObstacleClosing): Promise<boolean>;
}
