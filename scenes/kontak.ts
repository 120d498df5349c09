import { type Institution, isCalled, shortName } from '../src/domain/institution';
import type { PublicContact } from '../src/domain/person';
import { type Reading, understood, unclear } from '../src/domain/reading';
import { readPhone, shownPhone } from '../src/domain/reading-phone';
import { bold, html, lines, plain } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { type Done, defineForm, onlyWhen, opens } from '../src/scene';
import type { Card } from '../src/talk';
import { institutionsOf } from './own-institution';

interface ContactFacts {
  readonly institution: Institution;
  readonly name: string;
  readonly username?: string;
}

interface ContactAnswers {
  readonly by: PublicContact['by'];
  readonly phone: string | undefined;
}

const ways: Readonly<Record<PublicContact['by'], string>> = {
  phone: 'Nomor telepon',
  telegram: 'Nama pengguna Telegram',
};

/** Agrees to be named to the public for one's own institution, until it is taken back in /profil. */
export const kontak = defineForm<ContactAnswers, ContactFacts>({
  command: 'kontak',
  about: 'Tampilkan kontak ke umum',
  title: 'Kontak untuk umum',
  unlisted: true,
  for: ['manager'],
  prepare,
  send: 'Setuju, tampilkan',
  preface: ({ institution, name }) =>
    lines(
      html`Bila Anda setuju, nama Anda (${bold(name)}) dan cara menghubungi Anda terlihat oleh siapa pun
      di halaman ${bold(shortName(institution))} di /info, juga di grup.`,
      'Persetujuan ini sukarela dan dapat dicabut kapan saja di /profil; sejak itu /info tidak menampilkan kontak Anda lagi. Halaman yang sudah dibuka orang sebelumnya tidak ikut berubah.',
    ),
  steps: {
    by: {
      label: 'Dihubungi lewat',
      ask: 'Lewat apa calon peserta boleh menghubungi Anda?',
      choices: ({ facts }) =>
        (['phone', 'telegram'] as const)
          .filter((by) => by === 'phone' || facts.username !== undefined)
          .map((by) => ({
            label: by === 'phone' ? ways[by] : `@${facts.username ?? ''}`,
            says: by,
          })),
      read: (said, { facts }) => readWay(said, facts),
      keep: String,
      show: (by, { facts }) => (by === 'phone' ? ways[by] : `@${facts.username ?? ''}`),
      forks: true,
    },
    phone: onlyWhen(({ soFar }) => soFar['by'] === 'phone', {
      label: 'Nomor telepon',
      ask: 'Nomor Anda yang mana yang ditampilkan? Silakan ketik, misalnya: 0812-3456-7890.',
      phone: true,
      read: readPhone,
      keep: String,
      show: shownPhone,
    }),
  },
  finish: agree,
});

function readWay(said: string, { username }: ContactFacts): Reading<PublicContact['by']> {
  const way = said.trim().toLowerCase();
  if (way === 'phone' || /nomor|telepon|hp|wa/u.test(way)) return understood('phone');
  if (username !== undefined && /telegram|@/u.test(way)) return understood('telegram');
  return unclear('Mohon pilih salah satu tombol di bawah ini, misalnya: Nomor telepon.');
}

async function prepare(world: World, visitor: Visitor, id: string): Promise<Reading<ContactFacts>> {
  const own = await institutionsOf(world, visitor);
  const institution =
    own.find((one) => isCalled(one, id)) ?? (own.length === 1 ? own[0] : undefined);
  const { person, telegramUsername: username } = visitor;
  if (!institution || !person)
    return unclear('Mohon maaf, silakan pilih BLK Anda lebih dahulu di /profil.');
  return understood({
    ...{ institution, name: person.name },
    ...(username !== undefined && { username }),
  });
}

async function agree({
  id,
  answers,
  facts,
  visitor,
  world,
}: Done<ContactAnswers, ContactFacts>): Promise<Card> {
  const { institution, username } = facts;
  const { person, now: at } = visitor;
  if (!person) return { text: plain('Mohon maaf, data Anda belum ada pada kami.') };
  const reached = answers.by === 'phone' ? { phone: answers.phone } : { username };
  const known = Object.fromEntries(Object.entries(reached).filter(([, value]) => value));
  await world.people.showToPublic(person.id, {
    ...{ institution: institution.id, by: answers.by, at },
    ...known,
  });
  await world.audit.note({
    ...{ id: `shown:${id}`, who: person.id, did: 'agreed', at },
    what: `${institution.id} names them to the public`,
  });
  return {
    text: lines(
      html`Terima kasih. Kontak Anda kini tampil di halaman ${bold(shortName(institution))}.`,
      'Bila berubah pikiran, silakan buka /profil lalu ketuk Sembunyikan kontak saya.',
    ),
    buttons: [[{ label: 'Lihat halamannya', data: opens('info', institution.id) }]],
  };
}
