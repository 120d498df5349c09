/** A copy of an object without some of its fields. */
export function omit<T extends object, K extends keyof T>(
  object: T,
  fields: readonly K[],
): Omit<T, K> {
  const unwanted: readonly PropertyKey[] = fields;
  const left = Object.entries(object).filter(([name]) => !unwanted.includes(name));
  return Object.fromEntries(left) as Omit<T, K>;
}

/** A copy of an object without the fields that are undefined. */
export const present = <T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
