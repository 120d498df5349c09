/** Sorts rows once by the institution they are about, to be asked for one after the other, in their order. */
export function byInstitution<T extends { readonly institution: string }>(
  rows: readonly T[],
): (institution: string) => readonly T[] {
  const own = new Map<string, T[]>();
  for (const row of rows) {
    const those = own.get(row.institution);
    if (those) those.push(row);
    else own.set(row.institution, [row]);
  }
  return (institution) => own.get(institution) ?? [];
}
