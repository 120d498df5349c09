import { changedSettings } from '../../domain/changed-settings';
import type { Changed } from '../../ports/rules';
import { rulesSchema } from './clockwork-schemas';
import type { Store } from './connect';
import { insertOnce } from './duplicate-key';

/** Settings by name, some in groups. */
export type Settings = Readonly<Record<string, unknown>>;

export interface SettingsChange {
  /** Whose settings: one row each. */
  readonly id: string;
  readonly settings: object;
  readonly by: string;
  readonly at: Date;
  /** Why the settings as they would be after the change can't be used. */
  readonly problemsOf: (changed: Settings) => Promise<readonly string[]>;
}

/** Settings that were changed by command. */
export interface SettingsRows {
  of(id: string): Promise<Settings>;
  /** All whose id begins with `prefix`, which ends in a colon. */
  beginning(prefix: string): Promise<ReadonlyMap<string, Settings>>;
  /** Lays a change over what is there; two who change different settings at once both get their way. */
  change(change: SettingsChange): Promise<Changed>;
}

interface Row {
  readonly _id: string;
  readonly override: Settings;
  readonly version: number;
}

/** Keeps changed settings in MongoDB, with a version so that no change is lost. */
export function mongoSettingsRows(store: Store): SettingsRows {
  const rows = store.model('Rules', rulesSchema);
  const row = (id: string) => rows.findOne({ _id: id }).lean<Row | null>();
  const replace = async (id: string, version: number, after: object): Promise<boolean> => {
    if (version === 0) return insertOnce(() => rows.create({ _id: id, ...after }));
    const { matchedCount } = await rows.updateOne({ _id: id, version }, { $set: after });
    return matchedCount === 1;
  };

  return {
    of: async (id) => (await row(id))?.override ?? {},

    async beginning(prefix) {
      const found = await rows
        .find({ _id: { $gte: prefix, $lt: `${prefix.slice(0, -1)};` } })
        .sort({ _id: 1 })
        .lean<Row[]>();
      return new Map(found.map(({ _id, override }) => [_id, override]));
    },

    async change({ id, settings, by, at, problemsOf }) {
      for (;;) {
        const before = await row(id);
        const override = changedSettings(before?.override ?? {}, { ...settings });
        const problems = await problemsOf(override);
        if (problems.length > 0) return { ok: false, problems };
        const version = before?.version ?? 0;
        const after = { override, version: version + 1, changedBy: by, changedAt: at };
        if (await replace(id, version, after)) return { ok: true };
      }
    },
  };
}
