import type { Choice } from '../domain/reading';

/** What is said once of the words just heard. */
export interface Remark {
  /** A kind sentence on what was just refused, or on what came along with the answer. */
  readonly why?: string;
  /** Words that were refused, to be shown for copying. */
  readonly refused?: string;
}

/** What the person is looking at within one question. */
export interface Look extends Remark {
  /** What was perhaps meant by it. */
  readonly offers?: readonly Choice[];
  readonly month?: string;
  readonly page?: number;
  /** What was tapped last of several; the page it stands on is shown. */
  readonly near?: string;
}

/** Two remarks in one; the same sentence is said once. */
export function joined(one: Remark = {}, other: Remark = {}): Remark {
  const isSaid = other.why !== undefined && one.why?.includes(other.why);
  const whys = [one.why, isSaid ? undefined : other.why].filter((why) => why !== undefined);
  const refused = other.refused ?? one.refused;
  return {
    ...(whys.length > 0 && { why: whys.join(' ') }),
    ...(refused !== undefined && { refused }),
  };
}
