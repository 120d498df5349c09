/**
 * Puts what has an id in an order; what the order does not name stays behind what it stood behind.
 *
 * So an order that was made once serves as well when there is more to put in order later.
 */
export function inOrder<T extends { readonly id: string }>(
  all: readonly T[],
  order: readonly string[] = [],
): readonly T[] {
  const named = order.flatMap((id) => all.find((one) => one.id === id) ?? []);
  return all.reduce<readonly T[]>((placed, one, n) => {
    if (order.includes(one.id)) return placed;
    const before = all[n - 1];
    return placed.toSpliced(before ? placed.indexOf(before) + 1 : 0, 0, one);
  }, named);
}
