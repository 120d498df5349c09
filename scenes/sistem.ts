import { deedWords } from '../src/board/deed-words';
import { nameOf } from '../src/board/name-of';
import { dayAt } from '../src/domain/day';
import { clockTime, shortDay } from '../src/domain/indonesian-dates';
import { shownCount } from '../src/domain/reading-count';
import { type Html, bold, html, lines } from '../src/html';
import type { AuditEntry, Visitor, World } from '../src/ports';
import type { JobRun } from '../src/ports/appointments';
import { defineView, opens } from '../src/scene';
import type { Card } from '../src/talk';
import { turningRow } from './page-turning';

const perPage = 10;

/** Whether the bot is well: what waits, what failed, what it did last by itself; and who did what (`a2`). */
export const sistem = defineView({
  command: 'sistem',
  about: 'Keadaan bot dan catatan tindakan',
  for: ['admin'],
  show: async (ask, world, visitor) => {
    const page = /^a(\d{1,5})$/u.exec(ask)?.[1];
    return page === undefined ? health(world, visitor) : deeds(Number(page), world, visitor);
  },
});

async function health(world: World, { now, zone }: Visitor): Promise<Card> {
  const { program } = world;
  const [counts, runs] = await Promise.all([
    world.health.counts(now),
    world.appointments.lastRuns(),
  ]);
  const { updates, messages, unreachable } = counts;
  // The command that asks is itself still being handled.
  const waiting = Math.max(0, updates.waiting - 1);
  return {
    text: lines(
      html`${bold('BLK Aktif')} ${program.version}`,
      html`Berjalan sejak: ${moment(program.startedAt, zone)}`,
      html`Penyimpanan: ${program.store === 'MongoDB' ? 'MongoDB' : 'bawaan'}`,
      '',
      html`Pesan masuk menunggu: ${bold(shownCount(waiting))}, tidak dapat diproses:
      ${bold(shownCount(updates.aside))}`,
      html`Pesan keluar menunggu: ${bold(shownCount(messages.due))}, terjadwal:
      ${bold(shownCount(messages.later))}, gagal 7 hari ini: ${bold(shownCount(messages.failed))}`,
      html`Obrolan tidak terjangkau: ${bold(shownCount(unreachable))}`,
      '',
      bold('Pekerjaan otomatis'),
      ...program.jobs.map((job) => jobLine(job, runs, zone)),
    ),
    buttons: [
      [{ label: 'Catatan tindakan', data: opens('sistem', 'a0') }],
      [{ label: 'Perbarui', data: opens('sistem') }],
    ],
  };
}

const moment = (at: Date, zone: string) => `${shortDay(dayAt(at, zone))} ${clockTime(at, zone)}`;

/** When a job was done last, and when it failed, if that was later. */
function jobLine(
  { name, about }: { readonly name: string; readonly about: string },
  runs: readonly JobRun[],
  zone: string,
): Html {
  const at = (state: JobRun['state']) =>
    runs.find((run) => run.job === name && run.state === state)?.at;
  const [done, failed] = [at('done'), at('failed')];
  const last = done ? moment(done, zone) : 'belum pernah';
  const broken = failed && (!done || failed > done);
  return html`${broken ? '⚠️' : '•'} ${about}: ${last}${broken ? `, gagal ${moment(failed, zone)}` : ''}`;
}

async function deeds(page: number, world: World, visitor: Visitor): Promise<Card> {
  const { entries, total } = await world.audit.page({ skip: page * perPage, limit: perPage });
  if (entries.length === 0 && page > 0) return deeds(0, world, visitor);
  const pages = Math.max(1, Math.ceil(total / perPage));
  return {
    text: lines(
      html`${bold('Catatan tindakan')} · ${shownCount(total)}`,
      ...(await Promise.all(entries.map((entry) => deedLine(entry, world, visitor)))),
    ),
    buttons: [
      ...turningRow(page, pages, (to) => opens('sistem', `a${to}`)),
      [{ label: 'Keadaan bot', data: opens('sistem') }],
    ],
  };
}

async function deedLine(entry: AuditEntry, world: World, { zone }: Visitor): Promise<Html> {
  const { who, at } = entry;
  const name = await nameOf(who, world, who === 'stranger' ? 'seseorang' : 'yang sudah dihapus');
  return html`${moment(at, zone)} · ${name} · ${await deedWords(entry, world)}`;
}
