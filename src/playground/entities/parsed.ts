import type { Entity } from '../wire';

/** Plain text with what stands out in it. */
export interface Formatted {
  readonly text: string;
  readonly entities: readonly Entity[];
}

export type Parsed =
  { readonly ok: true; readonly value: Formatted } | { readonly ok: false; readonly why: string };

/** A text that cannot be read, with Telegram's reason. */
export const trouble = (why: string): { readonly ok: false; readonly why: string } => ({
  ok: false,
  why,
});
