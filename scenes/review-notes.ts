import { doReview } from '../src/board/do-review';
import { recipientOf } from '../src/board/recipient-of';
import { titleOf } from '../src/board/report-words';
import { contactWords } from '../src/board/contact-words';
import { type Institution, shortName } from '../src/domain/institution';
import { greeting } from '../src/domain/person';
import { type Reading, understood, unclear } from '../src/domain/reading';
import { readText } from '../src/domain/reading-text';
import type { KeptReport, ReviewMove } from '../src/domain/review';
import { bold, html, lines, plain } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { type AnyForm, type Done, defineForm } from '../src/scene';
import type { Card } from '../src/talk';
import { institutionsOfOffice } from './institution-in-reach';
import { type InReview, notThere, overtakenWords, prepareReview } from './report-in-review';
import { afterReview } from './review-office';

interface Wording {
  readonly command: string;
  readonly title: string;
  readonly does: ReviewMove;
  readonly label: string;
  readonly ask: string;
  readonly example: string;
  readonly done: string;
}

/** A form of one question: the words an officer owes the centre with a decision. */
function noteForm({ command, title, does, label, ask, example, done }: Wording): AnyForm {
  return defineForm({
    command,
    about: title,
    title,
    unlisted: true,
    for: ['officer'],
    prepare: (world, visitor, seen) => preparedFor(does, seen, world, visitor),
    preface: ({ report, institution }: InReview) =>
      html`Laporan ${bold(titleOf(report))} dari BLK ${bold(shortName(institution))}`,
    steps: {
      note: {
        label,
        ask: `${ask} Contoh: ${example}.`,
        read: (said) => readText(said, { of: label.toLowerCase(), max: 300, min: 3, example }),
      },
    },

    finish: (finished) => finish(finished, does, done),
  });
}

async function finish(
  { id, answers, facts, visitor, world }: Done<{ note: string }, InReview>,
  does: ReviewMove,
  deed: string,
): Promise<Card> {
  const { report, institution } = facts;
  const office = { institutions: await institutionsOfOffice(world, visitor), world, visitor };
  const doing = { id, does, note: answers.note };
  const done = await doReview(report, doing, { institution, world, visitor });
  const title = html`Laporan ${bold(titleOf(report))} dari BLK ${bold(shortName(institution))}`;
  const words =
    done.is === 'done'
      ? lines(html`${title} ${deed}.`, await toldWords(report, institution, world))
      : plain(await overtakenWords(done.report, world));
  return afterReview(words, done.report, office);
}

async function preparedFor(
  does: ReviewMove,
  seen: string,
  world: World,
  visitor: Visitor,
): Promise<Reading<InReview>> {
  const institutions = await institutionsOfOffice(world, visitor);
  const prepared = await prepareReview({ seen, does, institutions }, world, visitor);
  if (prepared.is === 'ready') return understood(prepared);
  if (prepared.is === 'missing') return unclear(notThere);
  return unclear(await overtakenWords(prepared.report, world));
}

async function toldWords(
  { reportedBy }: KeptReport,
  institution: Institution,
  world: World,
): Promise<string> {
  const contact = await recipientOf(institution.id, reportedBy, world);
  if (contact) return `Catatan Anda sudah diteruskan kepada ${greeting(contact.person)}.`;
  const people = await world.people.of(institution.id);
  return `Pengelolanya belum dapat dihubungi lewat bot, mohon disampaikan langsung. ${contactWords(people, institution)}`;
}

/** Returns a report to its centre with what is to be corrected. */
export const laporkembali = noteForm({
  command: 'laporkembali',
  title: 'Perlu perbaikan',
  does: 'return',
  label: 'Catatan',
  ask: 'Apa yang perlu diperbaiki? Pengelola akan membacanya.',
  example: 'Mohon jumlah peserta perempuan diperiksa lagi',
  done: 'dikembalikan untuk perbaikan',
});

/** Rejects a report with the reason. */
export const laportolak = noteForm({
  command: 'laportolak',
  title: 'Tolak laporan',
  does: 'reject',
  label: 'Alasan',
  ask: 'Mengapa laporan ini ditolak? Pengelola akan membacanya. Laporan yang ditolak tidak dihitung sebagai kegiatan.',
  example: 'Kegiatan yang sama sudah dilaporkan tanggal 20',
  done: 'ditolak',
});

/** Opens a locked report again, with a note why. */
export const laporbuka = noteForm({
  command: 'laporbuka',
  title: 'Buka lagi laporan',
  does: 'reopen',
  label: 'Catatan',
  ask: 'Mengapa laporan ini dibuka lagi, dan apa yang perlu diperbaiki? Pengelola akan membacanya.',
  example: 'Tanggal selesai ternyata keliru',
  done: 'dibuka lagi untuk diperbaiki',
});
