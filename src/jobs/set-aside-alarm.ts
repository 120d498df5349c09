import { dayAt } from '../domain/day';
import { shortName } from '../domain/institution';
import { wholeReach } from '../domain/rights';
import { html } from '../html';
import type { OutgoingRow, World } from '../ports';
import type { TakenLook } from '../ports/appointments';
import type { Job } from './job';

/**
 * Tells the admins of a look that was given up on.
 *
 * Once a day and job: what fails for one institution may fail for all, and /sistem shows the rest.
 */
export async function setAsideAlarm(
  { name, about }: Pick<Job, 'name' | 'about'>,
  { scope }: TakenLook,
  world: World,
  admins: readonly number[],
): Promise<readonly OutgoingRow[]> {
  const now = world.clock.now();
  const institution = await world.institutions.one(scope, wholeReach);
  const whom = institution ? ` untuk BLK ${shortName(institution)}` : '';
  const text = html`Pekerjaan otomatis “${about}”${whom} gagal berulang kali dan dilewati dulu; akan
  dicoba lagi pada jadwal berikutnya. Mohon periksa /sistem dan catatan (log) bot.`;
  return admins.map((chat) => ({
    key: `aside:${name}:${dayAt(now, world.zone)}:${chat}`,
    kind: 'alarm',
    because: 'pekerjaan otomatis gagal berulang kali',
    chat,
    act: { do: 'say', card: { text } },
    at: now,
  }));
}
