/**
 * How many letters were left out, added, mistaken or swapped with their neighbour between two words.
 *
 * The optimal string alignment distance, row by row.
 */
export function editDistance(one: string, other: string): number {
  const [from, to] = [Array.from(one), Array.from(other)];
  let before: readonly number[] = [];
  let above: readonly number[] = [...Array(to.length + 1).keys()];
  for (let n = 1; n <= from.length; n += 1) {
    const row = [n];
    for (let m = 1; m <= to.length; m += 1) row.push(cost({ n, m, from, to, row, above, before }));
    before = above;
    above = row;
  }
  return above.at(-1) ?? 0;
}

interface Cell {
  readonly n: number;
  readonly m: number;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly row: readonly number[];
  readonly above: readonly number[];
  readonly before: readonly number[];
}

function cost({ n, m, from, to, row, above, before }: Cell): number {
  const isSame = from[n - 1] === to[m - 1];
  const isSwapped = from[n - 1] === to[m - 2] && from[n - 2] === to[m - 1];
  return Math.min(
    at(row, m - 1) + 1,
    at(above, m) + 1,
    at(above, m - 1) + (isSame ? 0 : 1),
    isSwapped ? at(before, m - 2) + 1 : Infinity,
  );
}

const at = (row: readonly number[], n: number): number => row[n] ?? Infinity;
