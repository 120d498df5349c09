import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Checklist } from '../domain/checklist';
import { firstChecklist } from '../domain/first-checklist';
import type { Log } from '../ports';
import type { Checklists } from '../ports/registrations';
import { checklistTemplate, readChecklistText } from '../rules/checklist-text';

export interface ChecklistFileSettings {
  /** Where the edited copy may be, such as 'data/daftar-periksa.json'. */
  readonly path: string;
  readonly log: Log;
}

interface Seen {
  /** The text it was read from; undefined when there is no file. */
  readonly text: string | undefined;
  readonly checklist: Checklist;
  readonly problems: readonly string[];
}

/** The checklist the bot comes with, where there is no edited copy. */
export const uneditedChecklist: Checklists = {
  current: () => Promise.resolve(firstChecklist),
  problems: () => Promise.resolve([]),
};

/**
 * Reads the edited copy of the checklist, anew whenever it was changed.
 *
 * Bad content is refused with one line in the log, and the last good content stays in force, also
 * over a restart: a copy of it is kept beside the file. Without a file the checklist is the one the bot
 * comes with; it is written beside it as an example to copy.
 */
export function checklistFile({ path, log }: ChecklistFileSettings): Checklists {
  let seen: Seen | undefined;
  let looking: Promise<Seen> | undefined;

  const look = async (): Promise<Seen> => {
    const text = await textOf(path);
    if (seen && seen.text === text) return seen;
    if (!seen) await writeBeside(path, 'contoh', checklistTemplate(), log);
    const read = text === undefined ? unedited : readChecklistText(text);
    if (read.ok) {
      if (seen) log.info({ version: read.value.version }, 'The changed checklist is in force');
      if (text !== undefined) await writeBeside(path, 'berlaku', text, log);
      return { text, checklist: read.value, problems: [] };
    }
    log.warn({ problems: read.problems }, 'The checklist is refused; the old one stays in force');
    const checklist = seen?.checklist ?? (await copied(path));
    return { text, checklist, problems: read.problems };
  };
  /** Many ask at once, and one looks for all. */
  const current = () =>
    (looking ??= look()
      .then((found) => (seen = found))
      .finally(() => (looking = undefined)));

  return {
    current: async () => (await current()).checklist,
    problems: async () =>
      (await current()).problems.map((problem) => `daftar-periksa.json: ${problem}`),
  };
}

const unedited = { ok: true, value: firstChecklist } as const;

const beside = (path: string, what: string) => path.replace(/(?:\.json)?$/u, `.${what}.json`);

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** What was in force before a restart that found the file spoilt. */
async function copied(path: string): Promise<Checklist> {
  const read = readChecklistText((await textOf(beside(path, 'berlaku'))) ?? '');
  return read.ok ? read.value : firstChecklist;
}

/** The bot works without being able to write there; a reader never finds half a file. */
async function writeBeside(path: string, what: string, text: string, log: Log): Promise<void> {
  const to = beside(path, what);
  try {
    if ((await textOf(to)) === text) return;
    await mkdir(dirname(to), { recursive: true });
    await writeFile(`${to}.baru-${process.pid}`, text);
    await rename(`${to}.baru-${process.pid}`, to);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : 'unknown';
    log.warn({ code }, 'The example or the copy of the checklist could not be written');
  }
}
