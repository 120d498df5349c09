import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Log } from '../ports';
import type { EditedRules, RulesFile } from '../ports/rules';
import { readRulesText, rulesTemplate } from '../rules/file-text';

export interface RulesFileSettings {
  /** Where the file is, such as 'data/aturan.json'. */
  readonly path: string;
  readonly log: Log;
}

interface Seen {
  /** Tells one state of the file from another; undefined when there is none. */
  readonly stamp: string | undefined;
  readonly edited: EditedRules;
  readonly problems: readonly string[];
}

const unedited: EditedRules = {
  policy: {},
  institutions: new Map(),
  rhythms: new Map(),
  calendar: {},
};

/**
 * Reads the editable file of thresholds and days off, anew whenever it was changed.
 *
 * Bad content is refused with a line in the log, and the last good content stays in force, also over
 * a restart: a copy of it is kept beside the file. Where there is no file, one is written that
 * changes nothing and shows everything there is to change.
 */
export function rulesFile({ path, log }: RulesFileSettings): RulesFile {
  let seen: Seen | undefined;
  let looking: Promise<Seen> | undefined;

  const look = async (): Promise<Seen> => {
    let stamp = await stampOf(path);
    if (seen && seen.stamp === stamp) return seen;
    if (!seen && stamp === undefined) {
      await writeTemplate(path, log);
      stamp = await stampOf(path);
    }
    const text = await textOf(path);
    const read = text === undefined ? missing : readRulesText(text);
    if (read.ok) {
      if (seen) log.info({}, 'The changed rules file is in force');
      await keepCopy(path, text ?? '', log);
      return { stamp, edited: read.value, problems: [] };
    }
    log.warn({ problems: read.problems }, 'The rules file is refused; the old rules stay in force');
    return { stamp, edited: (seen ?? (await copied(path))).edited, problems: read.problems };
  };
  /** Many ask at once, and one looks for all. */
  const current = () =>
    (looking ??= look()
      .then((found) => (seen = found))
      .finally(() => (looking = undefined)));

  return {
    edited: async () => (await current()).edited,
    problems: async () => (await current()).problems.map((problem) => `aturan.json: ${problem}`),
  };
}

const missing = {
  ok: false,
  problems: ['Isi: berkas tidak ada atau tidak dapat dibaca.'],
} as const;

const copyOf = (path: string) => `${path}.berlaku`;

async function stampOf(path: string): Promise<string | undefined> {
  try {
    const { mtimeNs, size, ino } = await stat(path, { bigint: true });
    return `${mtimeNs}:${size}:${ino}`;
  } catch {
    return undefined;
  }
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** What was in force before a restart that found the file spoilt. */
async function copied(path: string): Promise<Pick<Seen, 'edited'>> {
  const text = await textOf(copyOf(path));
  const read = text === undefined ? undefined : readRulesText(text);
  return { edited: read?.ok ? read.value : unedited };
}

async function writeTemplate(path: string, log: Log): Promise<void> {
  await trying(log, async () => {
    await mkdir(dirname(path), { recursive: true });
    await writeWhole(path, rulesTemplate());
  });
}

const keepCopy = (path: string, text: string, log: Log) =>
  trying(log, async () => {
    if ((await textOf(copyOf(path))) !== text) await writeWhole(copyOf(path), text);
  });

/** A reader never finds half a file. */
async function writeWhole(path: string, text: string): Promise<void> {
  const half = `${path}.baru-${process.pid}`;
  await writeFile(half, text);
  await rename(half, path);
}

/** The bot works without being able to write there; only the file is not at hand for editing. */
async function trying(log: Log, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : 'unknown';
    log.warn({ code }, 'The rules file or its copy could not be written');
  }
}
