import type { Opts, Telegram as Methods } from 'telegraf/types';
import type { Delivery } from '../../ports';

/** Calls a method of Telegram, but does not wait for ever. */
export type Call = <M extends keyof Methods>(
  method: M,
  given: Opts<M>,
) => Promise<ReturnType<Methods[M]>>;

/** Says that something arrived, under these numbers if it has any. */
export const delivered = (message?: number, ...others: readonly number[]): Delivery => ({
  is: 'delivered',
  ...(message === undefined ? {} : { message }),
  ...(others.length === 0 ? {} : { others }),
});
