import type { Earlier, Shown } from '../talk';
import type { Heard, Said } from './heard';
import type { Remark } from './look';

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
  readonly changing?: Changing;
  /** The message that made way for it when its button was tapped; *Batal* brings it back. */
  readonly under?: Under;
}

/** An answer on its way to another, and others that were forgotten with it. */
export interface Changing {
  readonly step: string;
  readonly was: Said;
  readonly also?: Heard;
}

/** A message as it was before a form took its place. */
export interface Under extends Omit<Shown, 'length'> {
  readonly message: number;
}

/** What became of a form that is no longer open, so that its old buttons can say so. */
export interface Ended {
  readonly id: string;
  readonly how: 'sent' | 'dropped' | 'forgotten';
}

/** What the bot remembers of one chat. */
export interface Memory {
  readonly drafts: readonly Draft[];
  /** The draft that words and photos go to. */
  readonly open?: string;
  readonly ended: readonly Ended[];
  /** The album whose photos are arriving, the outbox row that answers them all, and what was said of some. */
  readonly album?: { readonly id: string; readonly row: string; readonly said?: Remark };
  /** When a text came that was as long as a message can be; its rest may follow. */
  readonly longAt?: Date;
  /** Where the open form was shown, so that its buttons can be taken away when it ends elsewhere. */
  readonly questions?: { readonly form: string; readonly of: readonly Earlier[] };
  /** A keyboard stands in the place of the letters. */
  readonly keyboard?: true;
}

/** How many ended forms are remembered; older buttons are answered with "no longer valid". */
const endedKept = 30;

/** How many unfinished forms are remembered; the one untouched longest goes first. */
const draftsKept = 20;

/** A chat in which nothing has been said yet. */
export const blank: Memory = { drafts: [], ended: [] };

/** The draft that is open now. */
export const openDraft = (memory: Memory): Draft | undefined =>
  memory.drafts.find(({ id }) => id === memory.open);

/** The unfinished draft of a command and what followed it, open or put aside. */
export const draftOf = (memory: Memory, command: string, argument: string): Draft | undefined =>
  memory.drafts.find((draft) => draft.command === command && draft.argument === argument);

/** Keeps a draft, replacing its earlier state, and makes it the open one. */
export const keeping = (memory: Memory, draft: Draft): Memory => ({
  ...memory,
  drafts: [...memory.drafts.filter(({ id }) => id !== draft.id), draft].slice(-draftsKept),
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
