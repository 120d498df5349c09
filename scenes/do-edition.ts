import { newsCard } from '../src/board/edition-news';
import { tallyOf } from '../src/board/edition-result';
import { resendEdition, stopEdition, withdrawEdition } from '../src/board/send-edition';
import type { Announcement } from '../src/domain/announcement';
import { type Edition, isOver } from '../src/domain/edition';
import { bold, lines } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { type Flash, opens } from '../src/scene';
import type { Card } from '../src/talk';
import { sendingCard } from './edition-cards';

/** A sending with what it announces. */
export interface Sent {
  readonly edition: Edition;
  readonly announcement: Announcement;
}

/**
 * What a button under a sending does: `s` looks, `u` sends again what failed, `n` asks and `N` sends again
 * what may have arrived, `x` stops, `g` goes on with the rest, `t` asks and `T` takes back.
 */
export async function doEdition(
  does: string,
  sent: Sent,
  world: World,
  visitor: Visitor,
): Promise<Card | Flash> {
  switch (does) {
    case 'u':
      return resend('failed', sent, world, visitor);
    case 'n':
      return askToRepeat(sent);
    case 'N':
      return resend('unknown', sent, world, visitor);
    case 'g':
      return goOn(sent, world, visitor);
    case 'x':
      return stop(sent, world, visitor);
    case 't':
      return askToWithdraw(sent);
    case 'T':
      return withdraw(sent, world, visitor);
    default:
      return sendingCard(sent, world);
  }
}

async function resend(
  which: 'failed' | 'unknown',
  sent: Sent,
  world: World,
  visitor: Visitor,
): Promise<Card | Flash> {
  const { edition, announcement } = sent;
  if (edition.stoppedAt) return { toast: 'Pengumuman ini sudah dihentikan.' };
  const again = await resendEdition(announcement, edition, which, world);
  if (again === 0) return { toast: 'Tidak ada lagi yang perlu dikirim ulang.' };
  await note('sent again', sent, world, visitor);
  return sendingCard({ ...sent, edition: { ...edition, round: edition.round + 1 } }, world);
}

const askToRepeat = (sent: Sent): Card =>
  question(sent, {
    title: 'Kirim ulang kepada yang tidak diketahui?',
    words:
      'Mungkin pesannya sudah sampai. Bila dikirim ulang, penerimanya dapat membacanya dua kali.',
    yes: { label: 'Ya, kirim ulang', does: 'N' },
  });

interface Question {
  readonly title: string;
  readonly words: string;
  readonly yes: { readonly label: string; readonly does: string };
}

/** Asks before something is done with a sending. */
const question = ({ edition: { id } }: Sent, { title, words, yes }: Question): Card => ({
  text: lines(bold(title), words),
  buttons: [
    [{ label: yes.label, data: opens('umumkan', `${id}.${yes.does}`) }],
    [{ label: 'Tidak jadi', data: opens('umumkan', `${id}.s`) }],
  ],
});

/** Sends what was stopped to those who have not got it yet. */
async function goOn(sent: Sent, world: World, visitor: Visitor): Promise<Card | Flash> {
  const { edition, announcement } = sent;
  const { stoppedAt: _ended, ...going } = edition;
  if (edition.withdrawnAt) return { toast: 'Pengumuman ini sudah ditarik kembali.' };
  const left = await resendEdition(announcement, edition, 'cancelled', world);
  if (left === 0) return { toast: 'Tidak ada lagi yang perlu dikirim.' };
  if (announcement.repeat === 'once') await world.announcements.goOn(announcement.id);
  await note('went on', sent, world, visitor);
  return sendingCard({ ...sent, edition: { ...going, round: edition.round + 1 } }, world);
}

async function stop(sent: Sent, world: World, visitor: Visitor): Promise<Card | Flash> {
  const { edition, announcement } = sent;
  if (!edition.stoppedAt && isOver(await tallyOf(edition, world)))
    return {
      toast: 'Pengumuman ini sudah selesai dikirim. Untuk menghapusnya, silakan tarik kembali.',
    };
  await stopEdition(edition, world, visitor.now);
  if (announcement.repeat === 'once') await world.announcements.end(announcement.id, 'stopped');
  await note('stopped', sent, world, visitor);
  const now = { ...edition, stoppedAt: visitor.now };
  return newsCard(announcement, now, await tallyOf(edition, world));
}

const askToWithdraw = (sent: Sent): Card =>
  question(sent, {
    title: 'Tarik kembali pengumuman ini?',
    words:
      'Pesannya dihapus dari semua chat. Yang sudah lebih dari 48 jam diganti dengan kalimat bahwa pengumuman ditarik.',
    yes: { label: 'Ya, tarik kembali', does: 'T' },
  });

async function withdraw(sent: Sent, world: World, visitor: Visitor): Promise<Card> {
  const { edition, announcement } = sent;
  await withdrawEdition(announcement, edition, world, visitor.now);
  if (announcement.repeat === 'once') await world.announcements.end(announcement.id, 'withdrawn');
  await note('withdrawn', sent, world, visitor);
  const now = { ...edition, withdrawnAt: visitor.now, stoppedAt: visitor.now };
  return newsCard(announcement, now, await tallyOf(edition, world));
}

const note = (did: string, { edition: { id, round } }: Sent, world: World, visitor: Visitor) =>
  world.audit.note({
    id: `announced:${id}:${did}:${round}`,
    who: visitor.person?.id ?? '',
    did: 'announced',
    what: `${id}, ${did}`,
    at: visitor.now,
  });
