import { cast } from '../../src/cast';
import type { LedgerRow } from '../support/year/play-year';
import { yearAtHome } from '../support/year/year-at-home';
import { dayOf, timeOf } from '../support/year/year-days';

/** Who somebody is, without their name. */
const roles: ReadonlyMap<number, string> = new Map([
  [cast.hamdan.id, 'pengelola Bina Iman'],
  [cast.yusuf.id, 'wakil Bina Iman'],
  [cast.maryam.id, 'pengelola Al Ikhsan'],
  [cast.rahmat.id, 'pengelola Datu Ismail'],
  [cast.ratna.id, 'petugas 1'],
  [cast.joko.id, 'petugas 2'],
  [cast.anwar.id, 'kepala'],
]);

const states: Readonly<Record<string, string>> = {
  sent: 'terkirim',
  cancelled: 'dibatalkan',
  muted: 'ditahan',
  failed: 'gagal',
  scheduled: 'menunggu',
  sending: 'sedang dikirim',
};

/** A row of the ledger as a line: when, to whom, what, why, and what became of it. */
export function ledgerLine(row: LedgerRow): string {
  const at = row.doneAt ?? row.notBefore;
  return [
    `${dayOf(at)} ${timeOf(at)}`,
    (roles.get(row.chat) ?? 'lainnya').padEnd(22),
    row.kind.padEnd(10),
    (states[row.state] ?? row.state).padEnd(10),
    [row.because, row.why].filter((words) => words !== undefined).join(' · '),
  ].join('  ');
}

/** Plays the year and prints every automatic message of it with its reason, those not sent as well. */
export async function printYear(): Promise<void> {
  const began = performance.now();
  const { home, rows } = await yearAtHome();
  await home.stop();
  const automatic = rows.filter(({ kind }) => kind !== 'answer');
  console.log(automatic.map(ledgerLine).join('\n'));
  const seconds = Math.round((performance.now() - began) / 1000);
  const counts = new Map<string, number>();
  for (const { kind, state } of automatic)
    counts.set(`${kind} ${state}`, (counts.get(`${kind} ${state}`) ?? 0) + 1);
  console.log(Object.fromEntries([...counts].toSorted()), { seconds });
}
