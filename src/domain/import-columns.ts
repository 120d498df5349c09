/** The columns of a file of institutions, by what they hold. */
const columns = {
  name: {
    label: 'Nama',
    needed: true,
    spelled: /^nama(?: (?:blk|lpk|blk\/lpk|lembaga|blk ?komunitas|pesantren))*$|^lembaga$|^blk$/,
  },
  kind: { label: 'Jenis', needed: false, spelled: /^(?:jenis|tipe)(?: lembaga| blk)?$/ },
  regency: {
    label: 'Kabupaten',
    needed: true,
    spelled: /^kab(?:upaten)?(?: ?\/ ?kota)?$|^kabkota$|^kota$/,
  },
  district: { label: 'Kecamatan', needed: true, spelled: /^kec(?:amatan)?$/ },
  village: {
    label: 'Desa',
    needed: false,
    spelled: /^(?:desa|kel(?:urahan)?)(?: ?\/ ?(?:desa|kel(?:urahan)?))?$/,
  },
  trade: {
    label: 'Kejuruan',
    needed: true,
    spelled: /^(?:kejuruan|jurusan|bidang)(?: pelatihan)?$/,
  },
  phone: {
    label: 'Telepon',
    needed: false,
    spelled: /^(?:(?:no|nomor) ?)?(?:telepon|telp|tlp|hp|wa|whatsapp)(?: (?:blk|lembaga))?$/,
  },
  restDay: { label: 'Hari libur', needed: false, spelled: /^(?:hari )?libur$/ },
  rhythm: { label: 'Ritme kabar', needed: false, spelled: /^ritme(?: kabar| laporan)?$/ },
  zone: { label: 'Zona waktu', needed: false, spelled: /^zona(?: waktu)?$/ },
  aidYear: { label: 'Tahun bantuan', needed: false, spelled: /^tahun(?: bantuan)?$/ },
  aidKind: { label: 'Bentuk bantuan', needed: false, spelled: /^(?:(?:bentuk|jenis) )?bantuan$/ },
  aidSource: { label: 'Sumber bantuan', needed: false, spelled: /^sumber(?: bantuan| dana)?$/ },
  equipment: {
    label: 'Peralatan',
    needed: false,
    spelled: /^(?:daftar )?(?:peralatan|alat|sarana)$/,
  },
} as const;

export type ImportColumn = keyof typeof columns;

const names = Object.keys(columns) as ImportColumn[];

/** The headings as they are written in the example file. */
export const importHeadings: readonly string[] = names.map((name) => columns[name].label);

/** Where the columns of a table are, and in which row their headings stand. */
export type Headings =
  | { readonly ok: true; readonly row: number; readonly places: ReadonlyMap<ImportColumn, number> }
  | { readonly ok: false; readonly missing: readonly string[] };

/** Titles and empty lines may stand above the headings. */
const rowsLookedAt = 15;

const plainHeading = (cell: string) =>
  cell
    .toLowerCase()
    .replace(/[*:.\n\r]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

function placesIn(row: readonly string[]): ReadonlyMap<ImportColumn, number> {
  const headings = row.map(plainHeading);
  return new Map(
    names.flatMap((name) => {
      const place = headings.findIndex((heading) => columns[name].spelled.test(heading));
      return place === -1 ? [] : [[name, place] as const];
    }),
  );
}

/** Finds the headings: of the first rows, the one that has the most of them. */
export function headingsIn(table: readonly (readonly string[])[]): Headings {
  const rows = table
    .slice(0, rowsLookedAt)
    .map((row, number) => ({ number, places: placesIn(row) }));
  const [best] = rows.toSorted((one, other) => other.places.size - one.places.size);
  const missing = names
    .filter((name) => columns[name].needed && !best?.places.has(name))
    .map((name) => columns[name].label);
  return best && missing.length === 0
    ? { ok: true, row: best.number, places: best.places }
    : { ok: false, missing };
}
