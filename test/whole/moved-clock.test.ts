import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { longDay } from '../../src/domain/indonesian-dates';
import { dayAt } from '../../src/domain/day';
import { startProcess } from '../support/bot-process';
import { temporaryFolder } from '../support/temporary-folder';

const yearMs = 365 * 24 * 3_600_000;

test('what an operator runs beside a playground goes by its moved clock', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder.path, 'jam-playground'), `${yearMs}\n`);
  const before = new Date(Date.now() + yearMs);
  const process = startProcess({ DATA_DIR: folder.path }, { script: 'src/cli/breach-report.ts' });
  await process.ended;
  const days = [before, new Date(Date.now() + yearMs)].map((at) => dayAt(at, 'Asia/Makassar'));
  expect(days.map((day) => `Diketahui  : ${longDay(day)}`)).toContain(
    /Diketahui {2}: [^,]+, [^,]+/u.exec(process.output())?.[0],
  );
  await folder.remove();
}, 60_000);
