import { changedSettings } from '../../domain/changed-settings';
import type { Author, PastChange } from '../../ports/rules';
import { rulesSchema } from './clockwork-schemas';
import type { Store } from './connect';
import { insertOnce } from './duplicate-key';
import { oneLook } from './one-look';

/** Settings by name, some in groups. */
export type Settings = Readonly<Record<string, unknown>>;

export interface SettingsChange extends Author {
  /** Whose settings: one row each. */
  readonly row: string;
  readonly settings: object;
  /** Why the settings as they would be after the change can't be used. */
  readonly problemsOf: (changed: Settings) => Promise<readonly string[]>;
}

/** The settings of one row, and what was changed there lately, oldest first. */
export interface KeptSettings {
  readonly settings: Settings;
  readonly changes: readonly PastChange[];
  /** Counts the changes. */
  readonly version: number;
}

/** What came of a change: the settings of the row before and after it. */
export type RowChanged =
  | { readonly ok: true; readonly was: Settings; readonly is: Settings }
  | { readonly ok: false; readonly problems: readonly string[] };

/** What is asked of settings alone, wherever they are. */
export interface SettingsReading {
  /** The settings alone of each of these rows, in their order. */
  each(rows: readonly string[]): Promise<readonly Settings[]>;
  /** All whose row begins with `prefix`, which ends in a colon, by what follows it. */
  beginning(prefix: string): Promise<ReadonlyMap<string, Settings>>;
}

/** Settings that were changed by command. */
export interface SettingsRows extends SettingsReading {
  of(row: string): Promise<KeptSettings>;
  /** All of them as they are now, read at once. */
  snapshot(): Promise<SettingsReading>;
  /**
   * Lays a change over what is there; two who change different settings at once both get their way,
   * and a change that was made already is not made again.
   */
  change(change: SettingsChange): Promise<RowChanged>;
}

interface Row {
  readonly _id: string;
  readonly override: Settings;
  readonly version: number;
  readonly changes?: readonly PastChange[];
}

/** Enough to say who last changed what is looked at, and to know a repeat. */
const changesKept = 40;

/** Keeps changed settings in MongoDB, with a version so that no change is lost. */
export function mongoSettingsRows(store: Store): SettingsRows {
  const rows = store.model('Rules', rulesSchema);
  const find = (_id: string) => rows.findOne({ _id }).lean<Row | null>();
  // Settings are asked for by everything, and often for many institutions at once.
  const settingsOf = oneLook(async (ids) => {
    const found = await rows.find({ _id: { $in: [...ids] } }, { override: 1 }).lean<Row[]>();
    return new Map(found.map(({ _id, override }) => [_id, override]));
  });
  const replace = async (_id: string, version: number, after: object): Promise<boolean> => {
    if (version === 0) return insertOnce(() => rows.create({ _id, ...after }));
    const { matchedCount } = await rows.updateOne({ _id, version }, { $set: after });
    return matchedCount === 1;
  };

  return {
    async of(row) {
      const found = await find(row);
      return {
        settings: found?.override ?? {},
        changes: found?.changes ?? [],
        version: found?.version ?? 0,
      };
    },

    each: (asked) => Promise.all(asked.map(async (row) => (await settingsOf(row)) ?? {})),

    async beginning(prefix) {
      const found = await rows
        .find({ _id: { $gte: prefix, $lt: `${prefix.slice(0, -1)};` } })
        .sort({ _id: 1 })
        .lean<Row[]>();
      return new Map(found.map(({ _id, override }) => [_id.slice(prefix.length), override]));
    },

    async snapshot() {
      const every = { _id: { $gt: '' } };
      const all = await rows.find(every, { override: 1 }).sort({ _id: 1 }).lean<Row[]>();
      return readingOf(new Map(all.map(({ _id, override }) => [_id, override])));
    },

    async change(change) {
      for (;;) {
        const before = await find(change.row);
        const done = doneBefore(change, before);
        if (done) return done;
        const was = before?.override ?? {};
        const is = changedSettings(was, { ...change.settings });
        const problems = await change.problemsOf(is);
        if (problems.length > 0) return { ok: false, problems };
        const version = before?.version ?? 0;
        if (await replace(change.row, version, afterwards(change, before, was, is)))
          return { ok: true, was, is };
      }
    },
  };
}

/** Reads from rows that were read already. */
const readingOf = (all: ReadonlyMap<string, Settings>): SettingsReading => ({
  each: (asked) => Promise.resolve(asked.map((row) => all.get(row) ?? {})),
  beginning: (prefix) =>
    Promise.resolve(
      new Map(
        [...all].flatMap(([row, settings]) =>
          row.startsWith(prefix) ? [[row.slice(prefix.length), settings] as const] : [],
        ),
      ),
    ),
});

/** What came of the same change when it was made. */
function doneBefore({ id }: SettingsChange, row: Row | null): RowChanged | undefined {
  const done = row?.changes?.find((one) => one.id === id);
  return done && { ok: true, was: asSettings(done.was), is: asSettings(done.is) };
}

const asSettings = (settings: object): Settings => ({ ...settings });

function afterwards(
  { id, by, at }: SettingsChange,
  before: Row | null,
  was: Settings,
  is: Settings,
): Omit<Row, '_id'> & { readonly changedBy: string; readonly changedAt: Date } {
  const changes = [...(before?.changes ?? []), { id, by, at, was, is }].slice(-changesKept);
  return {
    override: is,
    version: (before?.version ?? 0) + 1,
    ...{ changes, changedBy: by, changedAt: at },
  };
}
