import { type Cell, given, nothing, problem, quoted } from './import-cells';
import { type AidKind, aidKindIn, firstAidYear } from './particular';

/** Aid as a row tells of it. */
export interface ImportedAid {
  readonly year: number;
  readonly what: AidKind;
  readonly source: string;
}

/** Aid takes a year and a kind; the source may be left out. */
export function aidCell(
  said: { readonly year: string; readonly kind: string; readonly source: string },
  thisYear: number,
): Cell<ImportedAid | undefined> {
  const [year, kind, source] = [said.year.trim(), said.kind.trim(), said.source.trim()];
  if (year + kind + source === '') return nothing;
  if (year === '' || kind === '')
    return problem('half-aid', 'Bantuan perlu tahun dan bentuknya; lengkapi atau kosongkan');
  return readAid({ year, kind, source }, thisYear);
}

function readAid(
  { year, kind, source }: { readonly year: string; readonly kind: string; readonly source: string },
  thisYear: number,
): Cell<ImportedAid> {
  const number = /^\d{4}(?:[.,]0+)?$/.test(year) ? Number.parseInt(year, 10) : 0;
  if (number < firstAidYear || number > thisYear)
    return problem('bad-year', `Tahun bantuan ${quoted(year)} tidak terbaca; tulis misalnya 2019`);
  const what = aidKindIn(kind);
  if (!what)
    return problem('bad-aid', `Bantuan ${quoted(kind)} tidak dikenal; tulis gedung atau peralatan`);
  if (source.length > 80) return problem('too-long', 'Sumber bantuan paling banyak 80 huruf');
  return given({ year: number, what, source: source === '' ? 'tidak dicatat' : source });
}

/** Equipment as a row counts it. */
export interface ImportedEquipment {
  readonly name: string;
  readonly good: number;
  readonly damaged: number;
}

const piece =
  /^(?<name>\p{L}[^:=]*?)\s*[:=]?\s*(?<good>\d[\d.]*)\s*(?:unit|buah|set)?\s*(?:baik)?(?:[,/+\s]+(?<damaged>\d[\d.]*)\s*(?:unit|buah|set)?\s*rusak)?$/iu;
const mostOfOneKind = 100_000;

/** Equipment in one cell: 'Komputer 14 baik, 2 rusak; Proyektor 1'. */
export function equipmentCell(said: string): Cell<readonly ImportedEquipment[]> {
  const pieces = said
    .split(/[;\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const read = pieces.map(equipmentIn);
  const unread = pieces.find((_one, n) => read[n] === undefined);
  if (unread !== undefined)
    return problem(
      'bad-equipment',
      `Peralatan ${quoted(unread)} tidak terbaca; tulis misalnya Komputer 14 baik, 2 rusak`,
    );
  const all = read.flatMap((one) => one ?? []);
  const names = all.map(({ name }) => name.toLowerCase());
  return new Set(names).size === names.length
    ? given(all)
    : problem('bad-equipment', 'Peralatan yang sama tertulis dua kali; jumlahkan dahulu');
}

function equipmentIn(one: string): ImportedEquipment | undefined {
  const found = piece.exec(one)?.groups;
  if (!found) return undefined;
  const { name = '', good = '', damaged = '0' } = found;
  const counts = [countIn(good), countIn(damaged)];
  if (name.length > 60 || !counts.every((count) => count >= 0 && count <= mostOfOneKind))
    return undefined;
  return { name: name.trim(), good: countIn(good), damaged: countIn(damaged) };
}

/** '1.250' is 1250; '1.25' is no count. */
const countIn = (count: string): number =>
  /^\d+$|^\d{1,3}(?:\.\d{3})+$/.test(count) ? Number(count.replaceAll('.', '')) : -1;
