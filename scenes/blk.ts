import { tellOfArchiving } from '../src/board/archive-messages';
import { type Institution, shortName } from '../src/domain/institution';
import { bold, html, lines, plain } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { defineView, opens } from '../src/scene';
import type { Button, Card } from '../src/talk';
import { describing, particularLines, standingLines } from './institution-card';
import { notInReach, officeInstitution } from './office-institution';
import { turningRow } from './page-turning';
import { isolated } from '../src/domain/isolated';

const perPage = 8;
/** What is searched for travels in the buttons that turn the pages. */
const longestWords = 30;

/**
 * The institutions of an officer's regencies: found by typing, opened, archived.
 *
 * `.h2 words` and `.a2` are pages of the living and of the archive, `.x`, `.y` and `.z` before an id
 * ask, archive and bring back; an id opens, and other words are searched for.
 */
export const blk = defineView({
  command: 'blk',
  about: 'Data BLK dan LPK',
  for: ['officer'],
  show: (ask, world, visitor) => {
    const [, verb, rest = ''] = /^\.([haxyz])(.*)$/su.exec(ask) ?? [];
    switch (verb) {
      case 'h':
      case 'a':
        return list(pageIn(rest, verb === 'a'), world, visitor);
      case 'x':
      case 'y':
      case 'z':
        return archiving(verb, rest, world, visitor);
      default:
        return find(ask.trim(), world, visitor);
    }
  },
});

interface Looked {
  readonly number: number;
  readonly words: string;
  readonly archived: boolean;
}

function pageIn(rest: string, archived: boolean): Looked {
  const [, number = '0', words = ''] = /^(\d{1,4}) ?(.*)$/su.exec(rest) ?? [];
  return { number: Number(number), words, archived };
}

async function find(words: string, world: World, visitor: Visitor): Promise<Card> {
  const institution = words === '' ? undefined : await officeInstitution(words, world, visitor);
  if (institution) return card(institution, world, visitor);
  return list({ number: 0, words: clipped(words), archived: false }, world, visitor);
}

/** Words as long as a button can carry, whatever letters they are made of. */
function clipped(words: string): string {
  let short = words;
  while (Buffer.byteLength(short) > longestWords) short = Array.from(short).slice(0, -1).join('');
  return short;
}

async function list(looked: Looked, world: World, visitor: Visitor): Promise<Card> {
  const { number, words, archived } = looked;
  const reach = { ...visitor.reach, institutions: [] };
  const { institutions, total } = await world.institutions.page(reach, {
    words,
    archived,
    skip: number * perPage,
    limit: perPage,
  });
  const pages = Math.max(1, Math.ceil(total / perPage));
  if (institutions.length === 0 && number > 0)
    return list({ ...looked, number: pages - 1 }, world, visitor);
  return {
    text: lines(
      html`${bold(archived ? 'Arsip BLK dan LPK' : 'BLK dan LPK')} · ${total} lembaga`,
      words === '' ? undefined : html`Pencarian: ${bold(words)}`,
      total === 0
        ? 'Tidak ada yang cocok.'
        : 'Silakan ketuk salah satu, atau ketik /blk dan sebagian namanya, misalnya: /blk iman.',
    ),
    buttons: [
      ...institutions.map((one) => [
        { label: `${shortName(one)} · ${isolated(one.district)}`, data: opens('blk', one.id) },
      ]),
      ...turning(looked, pages),
      ...below(looked),
    ],
  };
}

function turning({ number, words, archived }: Looked, pages: number) {
  const list = archived ? 'a' : 'h';
  const sought = words === '' ? '' : ` ${words}`;
  return turningRow(number, pages, (to) => opens('blk', `.${list}${to}${sought}`));
}

const below = ({ words, archived }: Looked): readonly (readonly Button[])[] =>
  archived || words !== ''
    ? [[{ label: 'Semua lembaga', data: opens('blk') }]]
    : [
        [
          { label: 'Tambah lembaga', data: opens('tambahblk') },
          { label: 'Impor dari berkas', data: opens('impor') },
        ],
        [{ label: 'Arsip', data: opens('blk', '.a0') }],
      ];

async function card(institution: Institution, world: World, visitor: Visitor): Promise<Card> {
  const [standing, particulars, contacts] = await Promise.all([
    standingLines(institution, world, visitor.now),
    world.particulars.of([institution.id]),
    world.people.of(institution.id),
  ]);
  return {
    text: lines(
      bold(institution.name),
      ...describing(institution),
      ...standing,
      ...particularLines(particulars),
    ),
    buttons: institution.archivedAt
      ? [
          [{ label: 'Aktifkan kembali', data: opens('blk', `.z${institution.id}`) }],
          [{ label: 'Kembali ke arsip', data: opens('blk', '.a0') }],
        ]
      : actions(institution.id, contacts.length > 0),
  };
}

const actions = (id: string, hasContact: boolean): readonly (readonly Button[])[] => [
  [
    { label: 'Ubah data', data: opens('ubahblk', id) },
    { label: 'Catat kunjungan', data: opens('kunjungan', id) },
  ],
  [
    { label: 'Peralatan', data: opens('rincian', `e${id}`) },
    { label: 'Bantuan', data: opens('rincian', `a${id}`) },
    { label: 'Instruktur', data: opens('rincian', `i${id}`) },
  ],
  [
    hasContact
      ? { label: 'Alihkan kontak', data: opens('alihkan', id) }
      : { label: 'Undang kontak', data: opens('undang', id) },
    { label: 'Telepon BLK', data: opens('nomorblk', id) },
  ],
  [{ label: 'Riwayat kunjungan', data: opens('riwayatkunjungan', id) }],
  [
    { label: 'Halaman untuk umum', data: opens('info', id) },
    { label: 'Poster QR', data: opens('poster', id) },
  ],
  [
    { label: 'Gabungkan', data: opens('gabungkan', id) },
    { label: 'Arsipkan', data: opens('blk', `.x${id}`) },
  ],
  [{ label: 'Semua lembaga', data: opens('blk') }],
];

/** Asks before it archives; archiving and bringing back may be repeated without harm. */
async function archiving(
  verb: 'x' | 'y' | 'z',
  id: string,
  world: World,
  visitor: Visitor,
): Promise<Card> {
  const institution = await officeInstitution(id, world, visitor);
  if (institution?.id !== id) return { text: plain(notInReach) };
  if (verb === 'x') return askToArchive(institution);
  await (verb === 'y' ? archive : bringBack)(institution, world, visitor);
  return find(id, world, visitor);
}

/** A second tap keeps the day on which it was archived first. */
async function archive(institution: Institution, world: World, visitor: Visitor): Promise<void> {
  const { id } = institution;
  const archivedAt = institution.archivedAt ?? visitor.now;
  if (!institution.archivedAt) {
    await world.institutions.archive(id, archivedAt);
    await noteArchiving(id, '', world, visitor);
  }
  const told = await tellOfArchiving({ ...institution, archivedAt }, 'archive', world, visitor.now);
  await world.outbox.put(told);
}

/** The message first: once it is back, nothing says which archiving that ended. */
async function bringBack(institution: Institution, world: World, visitor: Visitor): Promise<void> {
  const { id, archivedAt } = institution;
  if (!archivedAt) return;
  await world.outbox.put(await tellOfArchiving(institution, 'bring-back', world, visitor.now));
  await world.institutions.archive(id, undefined);
  await noteArchiving(id, ' back', world, visitor);
}

const noteArchiving = (id: string, how: string, { audit }: World, { now, person }: Visitor) =>
  audit.note({
    id: `archived:${id}:${now.toISOString()}`,
    who: person?.id ?? '',
    did: 'archived',
    what: `${id}${how}`,
    at: now,
  });

const askToArchive = ({ id, name }: Institution): Card => ({
  text: lines(
    html`Arsipkan ${bold(name)}?`,
    'Semua laporan dan riwayatnya tetap tersimpan. Lembaga ini tidak lagi terlihat oleh umum di /info, tidak lagi disapa, tidak dihitung di rekap, dan pengelolanya tidak dapat melapor sampai diaktifkan kembali.',
  ),
  buttons: [
    [{ label: 'Ya, arsipkan', data: opens('blk', `.y${id}`) }],
    [{ label: 'Tidak jadi', data: opens('blk', id) }],
  ],
});
