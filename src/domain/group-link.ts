/** What a group hears of: these institutions, or all of those regencies. */
export type GroupLink =
  | { readonly institutions: readonly string[] }
  | { readonly institutions: 'all'; readonly regencies: Regencies };

/** Some regencies by name, or all there are. */
export type Regencies = readonly string[] | 'all';

/** Whether all of `some` are among `those`. */
export const areAmong = (some: Regencies, those: Regencies): boolean =>
  those === 'all' || (some !== 'all' && some.every((one) => those.includes(one)));

/** Whether any of `some` is among `those`. */
export const overlap = (some: Regencies, those: Regencies): boolean => {
  if (some === 'all') return those === 'all' || those.length > 0;
  return those === 'all' ? some.length > 0 : some.some((one) => those.includes(one));
};

/** Both together. */
export const together = (some: Regencies, others: Regencies): Regencies =>
  some === 'all' || others === 'all' ? 'all' : [...new Set([...some, ...others])].sort();

/** What is left of `some` without `those`; nothing can be taken out of all. */
export function without(some: Regencies, those: Regencies): Regencies {
  if (those === 'all') return [];
  return some === 'all' ? 'all' : some.filter((one) => !those.includes(one));
}
