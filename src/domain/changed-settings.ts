type Settings = Readonly<Record<string, unknown>>;

const isGroup = (value: unknown): value is Settings =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The settings after a change: what is not named stays, null takes a setting back.
 *
 * Groups of settings are changed in the same way; lists are replaced whole.
 */
export function changedSettings(kept: Settings, change: Settings): Settings {
  const changed = new Map(Object.entries(kept));
  for (const [name, value] of Object.entries(change)) {
    if (value === null) changed.delete(name);
    else if (isGroup(value)) changed.set(name, changedSettings(groupOf(kept[name]), value));
    else if (value !== undefined) changed.set(name, value);
  }
  return Object.fromEntries(changed);
}

const groupOf = (value: unknown): Settings => (isGroup(value) ? value : {});
