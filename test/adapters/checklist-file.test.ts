import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checklistFile } from '../../src/adapters/checklist-file';
import { firstChecklist } from '../../src/domain/first-checklist';
import type { Checklists } from '../../src/ports/registrations';
import { checklistTemplate, readChecklistText } from '../../src/rules/checklist-text';
import { type CollectingLog, collectingLog } from '../support/collecting-log';
import { temporaryFolder } from '../support/temporary-folder';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let path: string;
let log: CollectingLog;
let checklists: Checklists;
beforeEach(async () => {
  folder = await temporaryFolder();
  path = join(folder.path, 'daftar-periksa.json');
  log = collectingLog();
  checklists = checklistFile({ path, log });
});
afterEach(() => folder.remove());

const edited = (version: string) => checklistTemplate({ ...firstChecklist, version });
const version = async (of = checklists) => (await of.current()).version;

describe('the checklist file', () => {
  it('is not needed; beside where it would be stands an example that says the same', async () => {
    expect(await checklists.current()).toBe(firstChecklist);
    const example = await readFile(join(folder.path, 'daftar-periksa.contoh.json'), 'utf8');
    expect(readChecklistText(example)).toEqual({ ok: true, value: firstChecklist });
    expect(await checklists.problems()).toEqual([]);
  });

  it('is read again whenever it was changed, and no longer when it is gone', async () => {
    for (const each of ['A', 'B']) {
      await writeFile(path, edited(each));
      expect(await version()).toBe(each);
    }
    await rm(path);
    expect(await version()).toBe(firstChecklist.version);
  });

  it('is refused with one clear line when it is bad, and the old one stays', async () => {
    await writeFile(path, edited('A'));
    expect(await version()).toBe('A');
    await writeFile(path, edited('B').replace('"pemilik": "dpmptsp"', '"pemilik": "siapa"'));
    expect(await version()).toBe('A');
    expect(await version()).toBe('A');
    expect(log.lines.filter((line) => line.startsWith('warn'))).toHaveLength(1);
    const [problem] = await checklists.problems();
    expect(problem).toMatch(
      /^daftar-periksa\.json: tahap\.3\.langkah\.5\.pemilik: perlu salah satu/u,
    );
  });

  it('stays in force over a restart that finds it spoilt', async () => {
    await writeFile(path, edited('A'));
    await checklists.current();
    await writeFile(path, '{ "versi": ');
    expect(await version(checklistFile({ path, log }))).toBe('A');
  });

  it('starts with the one the bot comes with when it was bad from the beginning', async () => {
    await writeFile(path, '[]');
    expect(await version()).toBe(firstChecklist.version);
    expect(await checklists.problems()).toHaveLength(1);
  });

  it.each([
    ['"id": "A1"', '"id": "A1 dan A2"', /tahap\.0\.langkah\.0\.id: perlu 1 sampai 6 huruf/u],
    ['"id": "A2"', '"id": "A1"', /langkah A1: ada lebih dari satu/u],
    ['"menetapkan_jalur": true', '"menetapkan_jalur": false', /perlu tepat satu langkah/u],
    ['"wajib": true', '"wajjib": true', /tahap\.0\.wajjib: tidak dikenal/u],
    ['"angka": 13', '"angka": "13"', /nomor\.angka: perlu berupa angka/u],
  ])('is told what is wrong with it: %s, %s', (from, to, why) => {
    const read = readChecklistText(edited('A').replace(from, to));
    expect(read.ok ? [] : read.problems).toContainEqual(expect.stringMatching(why));
  });
});
