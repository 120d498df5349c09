import { dayAt } from '../domain/day';
import { clockTime, longDay } from '../domain/indonesian-dates';
import { type Institution, shortName } from '../domain/institution';
import { type Person, greeting, roleName } from '../domain/person';
import { wholeReach } from '../domain/rights';
import type { World } from '../ports';
import type { Known } from '../ports/traces';

/** What a report of a breach is made from. */
type Needs = Pick<World, 'institutions' | 'particulars' | 'traces'>;

/** When the breach became known, and for whom the report is written. */
export interface Breach {
  readonly knownAt: Date;
  readonly zone: string;
  readonly office: string;
}

/** Hours within which those concerned and the authority are told in writing (UU PDP 27/2022 art. 46). */
const hoursToTell = 3 * 24;

/** Whom to tell when data has leaked, of whom what is kept, until when, and what to write; in Indonesian. */
export async function breachReport(breach: Breach, world: Needs): Promise<string> {
  const institutions = await world.institutions.within(wholeReach);
  const known = await world.traces.everybody();
  const people: string[] = [];
  // One after the other: it is run beside a bot that has to answer meanwhile.
  for (const [n, one] of known.entries())
    people.push(`${n + 1}. ${await described(one, institutions, world)}`);
  const phones = phoneLines(institutions);
  const instructors = await instructorLines(institutions, world);
  return [
    ...heading(breach),
    `A. ORANG YANG PERLU DIBERI TAHU (${known.length})`,
    ...people,
    '',
    `B. INSTRUKTUR YANG NAMANYA TERSIMPAN (${instructors.length} lembaga; diberi tahu lewat lembaganya)`,
    ...(instructors.length === 0 ? ['Tidak ada.'] : instructors),
    '',
    `C. NOMOR TELEPON YANG DICATAT PETUGAS (${phones.length} lembaga; diberi tahu lewat nomor itu)`,
    ...(phones.length === 0 ? ['Tidak ada.'] : phones),
    '',
    ...letter(breach),
  ].join('\n');
}

const moment = (at: Date, zone: string) =>
  `${longDay(dayAt(at, zone))}, pukul ${clockTime(at, zone)}`;

function heading({ knownAt, zone }: Breach): readonly string[] {
  const until = new Date(knownAt.getTime() + hoursToTell * 3_600_000);
  return [
    'LAPORAN KEBOCORAN DATA',
    `Diketahui  : ${moment(knownAt, zone)} (${zone})`,
    `Batas waktu: ${moment(until, zone)} (3 x 24 jam, UU 27/2022 pasal 46)`,
    'Diberi tahu secara tertulis: setiap orang di bawah ini dan lembaga pelindungan data pribadi;',
    'masyarakat juga bila kebocoran mengganggu pelayanan publik atau berdampak serius.',
    'Berkas ini memuat data pribadi. Mohon disimpan di tempat aman dan dihapus setelah selesai.',
    '',
  ];
}

async function described(
  { person, telegramId }: Known,
  institutions: readonly Institution[],
  { traces }: Needs,
): Promise<string> {
  const kept = telegramId === undefined ? [] : await traces.about(telegramId);
  const data = kept.map(({ heading: what, total }) => `${ofOther(what)} (${total})`);
  return [
    [
      person ? greeting(person) : 'Tanpa nama (pernah menulis kepada bot)',
      ...(person ? rolesOf(person, institutions) : []),
      `Telegram ${telegramId ?? '–'}`,
      `telepon ${person?.phone ?? '–'}`,
    ].join(' · '),
    `   Data: ${data.join('; ') || 'data diri'}`,
  ].join('\n');
}

/** The headings speak to the person themselves; here it is somebody else who reads. */
const ofOther = (heading: string) =>
  heading
    .replaceAll(/\b(kepada|untuk) Anda\b/gu, '$1 orang ini')
    .replaceAll(/\b(yang) Anda\b/gu, '$1 ia')
    .replaceAll(/\bAnda\b/gu, 'orang ini');

const rolesOf = ({ grants }: Person, institutions: readonly Institution[]): readonly string[] =>
  grants.map((grant) => {
    if (grant.role !== 'manager' && grant.role !== 'deputy') return roleName(grant.role);
    const institution = institutions.find(({ id }) => id === grant.institution);
    return `${roleName(grant.role)} BLK ${institution ? shortName(institution) : grant.institution}`;
  });

async function instructorLines(
  institutions: readonly Institution[],
  { particulars }: Needs,
): Promise<readonly string[]> {
  const all = await particulars.of(institutions.map(({ id }) => id));
  return institutions.flatMap((institution) => {
    const names = all.flatMap((one) =>
      one.sort === 'instructor' && one.institution === institution.id ? (one.name ?? []) : [],
    );
    return names.length === 0 ? [] : [`BLK ${shortName(institution)}: ${names.join(', ')}`];
  });
}

/** Of centres nobody of which uses Telegram. */
const phoneLines = (institutions: readonly Institution[]): readonly string[] =>
  institutions.flatMap((one) =>
    one.phone === undefined ? [] : [`BLK ${shortName(one)}: ${one.phone}`],
  );

const letter = ({ knownAt, zone, office }: Breach): readonly string[] => [
  'D. CONTOH SURAT (bagian dalam kurung siku diisi oleh dinas)',
  '',
  'Yth. [nama]',
  '',
  `Pada ${moment(knownAt, zone)} kami mengetahui bahwa data pribadi Anda yang tersimpan di bot`,
  `BLK Aktif, yang dikelola oleh ${office}, kemungkinan telah diketahui pihak lain.`,
  'Data yang terungkap: [data, lihat daftar di atas].',
  'Kapan dan bagaimana: [waktu dan cara kejadian].',
  'Yang sudah dan sedang kami lakukan: [penanganan dan pemulihan].',
  'Yang dapat Anda lakukan: abaikan pesan yang meminta NIK, kode OTP, atau uang atas nama bot ini;',
  'data Anda dapat dilihat lewat /dataku dan dihapus lewat /hapusdata.',
  'Pertanyaan dapat disampaikan kepada: [nama dan nomor narahubung].',
  '',
  'Kami mohon maaf atas kejadian ini.',
  office,
];
