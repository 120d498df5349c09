/** A record as MongoDB keeps it: its id is the document's `_id`. */
export type Keyed<T extends { readonly id: string }> = Omit<T, 'id'> & { readonly _id: string };

/** The document of a record. */
export const keyed = <T extends { readonly id: string }>({ id, ...rest }: T) => ({
  _id: id,
  ...rest,
});

/** The record in a document. */
export const unkeyed = <T extends { readonly id: string }>({ _id, ...rest }: Keyed<T>): T =>
  ({ id: _id, ...rest }) as unknown as T;
