import type { Institution } from '../../domain/institution';
import { placeKey } from '../../domain/place-key';

/** An institution as MongoDB keeps it. */
export type InstitutionRow = Omit<Institution, 'id'> & {
  readonly _id: string;
  readonly key?: string;
  readonly origin?: string;
};

/** The institution in a row. */
export const institution = ({
  _id,
  key: _key,
  origin: _origin,
  ...rest
}: InstitutionRow): Institution => ({
  id: _id,
  ...rest,
});
/** A row of an institution whose place somebody else has. */
export const withoutKey = <T extends { readonly key: string }>({ key: _key, ...rest }: T) => rest;
/** The row of an institution. */
export const rowOf = ({ id, ...rest }: Institution) => ({ _id: id, ...rest, key: placeKey(rest) });
