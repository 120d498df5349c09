import type { Heard, Said } from './heard';

/** A form that has been begun and not yet sent. Its id becomes the id of the record it makes. */
export interface Draft {
  readonly id: string;
  readonly command: string;
  /** What followed the command that began it. */
  readonly argument: string;
  readonly heard: Heard;
  readonly startedAt: Date;
  readonly touchedAt: Date;
  /** The answer that *Ubah* took away, so that *Kembali* can bring it back. */
  readonly changing?: { readonly step: string; readonly was: Said };
  /** The album whose photos are being counted, and the outbox row that shows the count. */
  readonly album?: { readonly id: string; readonly row: string };
}

/** What became of a form that is no longer open, so that its old buttons can say so. */
export interface Ended {
  readonly id: string;
  readonly how: 'sent' | 'dropped';
}

/** What the bot remembers of one chat. */
export interface Memory {
  readonly drafts: readonly Draft[];
  /** The draft that words and photos go to. */
  readonly open?: string;
  readonly ended: readonly Ended[];
}

/** How many ended forms are remembered; older buttons are answered with "no longer valid". */
const endedKept = 30;

/** A chat in which nothing has been said yet. */
export const blank: Memory = { drafts: [], ended: [] };

/** The draft that is open now. */
export const openDraft = (memory: Memory): Draft | undefined =>
  memory.drafts.find(({ id }) => id === memory.open);

/** The unfinished draft of a command, open or put aside. */
export const draftOf = (memory: Memory, command: string): Draft | undefined =>
  memory.drafts.find((draft) => draft.command === command);

/** Keeps a draft, replacing its earlier state, and makes it the open one. */
export const keeping = (memory: Memory, draft: Draft): Memory => ({
  ...memory,
  drafts: [...memory.drafts.filter(({ id }) => id !== draft.id), draft],
  open: draft.id,
});

/** Ends a draft. */
export function ending(memory: Memory, id: string, how: Ended['how']): Memory {
  const { open, ...rest } = memory;
  return {
    ...rest,
    ...(open !== undefined && open !== id ? { open } : {}),
    drafts: memory.drafts.filter((draft) => draft.id !== id),
    ended: [...memory.ended.filter((one) => one.id !== id), { id, how }].slice(-endedKept),
  };
}
