import { type Institution, shortName } from './institution';
import { isolated } from './isolated';

type Placed = Pick<Institution, 'id' | 'name' | 'district' | 'regency'>;

/**
 * What each of these institutions is called among the others: the name people say, and where two
 * have the same, its district too, or its regency where that is the same as well.
 */
export function labelsOf(institutions: readonly Placed[]): ReadonlyMap<string, string> {
  const spelled = [shortName, withDistrict, withRegency];
  const counts = spelled.map((spell) => counted(institutions.map((one) => asHeard(spell(one)))));
  const labelOf = (one: Placed) =>
    spelled.map((spell) => spell(one)).find((label, n) => counts[n]?.get(asHeard(label)) === 1) ??
    withRegency(one);
  return new Map(institutions.map((one) => [one.id, labelOf(one)]));
}

const withDistrict = (one: Placed) => `${shortName(one)} (${isolated(one.district)})`;
const withRegency = (one: Placed) =>
  `${shortName(one)} (${isolated(one.district)}, ${isolated(one.regency)})`;

/** Capitals are not heard. */
const asHeard = (label: string) => label.toLowerCase();

function counted(labels: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

/** What one of them is called among these. */
export const labelAmong = (one: Placed, institutions: readonly Placed[]): string =>
  labelsOf([...institutions.filter(({ id }) => id !== one.id), one]).get(one.id) ?? shortName(one);
