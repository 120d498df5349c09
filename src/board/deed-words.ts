import { receiptOf } from '../domain/form-id';
import { longDay } from '../domain/indonesian-dates';
import { asDay } from '../domain/day';
import { shortName } from '../domain/institution';
import { type Role, roleName } from '../domain/person';
import { stepStateName, type StepState } from '../domain/registration';
import { wholeReach } from '../domain/rights';
import type { AuditEntry, World } from '../ports';
import { checklistPart } from './checklist-part';
import { nameOf } from './name-of';

type Names = Pick<World, 'institutions' | 'people' | 'checklists'>;

/** What somebody did, as it is read: the audit log itself keeps ids, which say nothing of anybody. */
export async function deedWords(
  { did, what }: Pick<AuditEntry, 'did' | 'what'>,
  world: World,
): Promise<string> {
  for (const [shape, say] of shapes) {
    const found = shape.exec(what);
    if (found) return `${didWords[did]}: ${await say(found.slice(1), world)}`;
  }
  return `${didWords[did]}: ${await institutionNamed(what, world)}`;
}

type Say = (found: readonly string[], names: Names) => string | Promise<string>;

const movesOfReport: Readonly<Record<string, string>> = {
  approve: 'disetujui',
  return: 'dikembalikan untuk perbaikan',
  reject: 'ditolak',
  reopen: 'dibuka lagi',
  correct: 'diperbaiki',
};

const movesOfCourse: Readonly<Record<string, string>> = {
  approve: 'disetujui',
  return: 'dikembalikan',
  change: 'diubah',
  cancel: 'dibatalkan',
};

const movesOfAnnouncement: Readonly<Record<string, string>> = {
  stopped: 'dihentikan',
  reworded: 'diubah kata-katanya',
  'sent again': 'dikirim ulang',
  'went on': 'dilanjutkan',
  withdrawn: 'ditarik kembali',
};

const moved = (words: string | undefined) => (words === undefined ? '' : `, ${words}`);

/** The shapes in which deeds are noted, and how each is said. */
const shapes: readonly (readonly [RegExp, Say])[] = [
  [
    /^(?:(\w+) )?report (\S+)$/u,
    ([does = '', id = '']) => `laporan ${receiptIn(id)}${moved(movesOfReport[does])}`,
  ],
  [
    /^(?:(\w+) )?course (\S+)$/u,
    ([does = '', id = '']) => `rencana pelatihan ${receiptIn(id)}${moved(movesOfCourse[does])}`,
  ],
  [
    /^(report|nil|obstacle) (\S+) of (\S+)$/u,
    async ([sort = '', id = '', institution = ''], names) =>
      `${sorts[sort] ?? sort} ${receiptIn(id)} atas nama BLK ${await institutionNamed(institution, names)}`,
  ],
  [/^obstacle (\S+)$/u, ([id = '']) => `kendala ${receiptIn(id)}`],
  [
    /^leave of (\S+)(?: until (\S+))?$/u,
    async ([institution = '', until], names) =>
      `libur BLK ${await institutionNamed(institution, names)}${moved(until && `sampai ${dayIn(until)}`)}`,
  ],
  [
    /^registration of (\S*)$/u,
    async ([id = ''], names) => `pendaftaran BLK ${await institutionNamed(id, names)}`,
  ],
  [
    /^registration (\S+), (\S+): (\S+)$/u,
    async ([id = '', step = '', state = ''], names) =>
      `${await checklistPart(step, names)} BLK ${await institutionNamed(id, names)}: ${stepStateName(state as StepState)}`,
  ],
  [
    /^(\S+) names them to the public$/u,
    async ([id = ''], names) => `kontak untuk umum, BLK ${await institutionNamed(id, names)}`,
  ],
  [
    /^([0-9A-HJKMNP-TV-Z]{10})[^,]*(?:, (.+))?$/u,
    ([id = '', does = '']) => `pengumuman ${receiptIn(id)}${moved(movesOfAnnouncement[does])}`,
  ],
  [
    /^-?\d+: (.+)$/u,
    async ([to = ''], names) => (to === 'all' ? 'semua BLK' : institutionNamed(to, names)),
  ],
  [
    /^checklist (\S+): (\S+)$/u,
    async ([key = '', field = ''], names) =>
      `daftar periksa, ${await checklistPart(key, names)}: ${fieldsOfStep[field] ?? field}`,
  ],
  [
    /^settings of (\S+)$/u,
    async ([id = ''], names) => `pengaturan BLK ${await institutionNamed(id, names)}`,
  ],
  [
    /^(\S+) into (\S+)$/u,
    async ([from = '', into = ''], names) =>
      `${await institutionNamed(from, names)} ke ${await institutionNamed(into, names)}`,
  ],
  [
    /^(\S+) back$/u,
    async ([id = ''], names) => `${await institutionNamed(id, names)}, diaktifkan kembali`,
  ],
  [
    /^phone of (\S+)$/u,
    async ([id = ''], names) => `nomor telepon BLK ${await institutionNamed(id, names)}`,
  ],
  [
    /^(\S+) rest day$/u,
    async ([id = ''], names) => `hari libur mingguan ${await institutionNamed(id, names)}`,
  ],
  [
    /^(\d+) new, (\d+) changed$/u,
    ([added = '', changed = '']) => `${added} lembaga baru, ${changed} diubah`,
  ],
  [/^own data$/u, () => 'data sendiri'],
  [/^own request$/u, () => 'atas permintaan sendiri'],
  [/^notice (\d+)$/u, ([version = '']) => `pemberitahuan privasi versi ${version}`],
  [/^(manager|deputy|officer|head)$/u, ([role]) => roleName(role as Role)],
  [
    /^(\S+) (manager|deputy|officer|head): (.*)$/su,
    async ([id = '', role = '', rest = ''], { people }) => {
      const name = await nameOf(id, { people }, 'yang sudah dihapus');
      return `${name} sebagai ${roleName(role as Role).toLowerCase()}: ${rest}`;
    },
  ],
];

const fieldsOfStep: Readonly<Record<string, string>> = {
  name: 'nama',
  hint: 'keterangan',
  paper: 'surat',
  origin: 'dikembalikan ke asal',
  added: 'ditambahkan',
  out: 'dikeluarkan',
  back: 'dimasukkan kembali',
  place: 'dipindahkan',
};

const sorts: Readonly<Record<string, string>> = {
  report: 'laporan',
  nil: 'laporan nihil',
  obstacle: 'kendala',
};

const receiptIn = (id: string) => (id.length === 10 ? receiptOf(id) : id);

function dayIn(words: string): string {
  const day = asDay(words);
  return day ? longDay(day) : words;
}

/** The name of an institution, or the words themselves when they are none's id. */
async function institutionNamed(id: string, { institutions }: Names): Promise<string> {
  if (!/^[a-z0-9-]+$/u.test(id)) return id;
  const institution = await institutions.one(id, wholeReach);
  return institution ? shortName(institution) : id;
}

const didWords: Readonly<Record<AuditEntry['did'], string>> = {
  refused: 'ditolak',
  joined: 'bergabung sebagai',
  granted: 'memberi peran',
  revoked: 'mencabut peran',
  invited: 'mengundang',
  reported: 'mencatat',
  reviewed: 'memeriksa',
  took: 'menangani',
  answered: 'menjawab',
  closed: 'menutup',
  added: 'menambah',
  changed: 'mengubah',
  archived: 'mengarsipkan',
  imported: 'mengimpor',
  merged: 'menggabungkan',
  'handed-over': 'mengalihkan kontak',
  visited: 'mengunjungi',
  agreed: 'menyetujui',
  saw: 'melihat',
  forgotten: 'dihapus',
  planned: 'merencanakan',
  announced: 'mengumumkan',
  linked: 'menghubungkan grup',
  unlinked: 'memutus hubungan grup',
};
