import { zipSync } from 'fflate';
import { sheets } from '../../../src/adapters/spreadsheet/sheets';

const limits = { rows: 100, columns: 20 };
const read = (content: string | Uint8Array) =>
  sheets.read(typeof content === 'string' ? Buffer.from(content) : content, limits);

describe('reading CSV', () => {
  const table = [
    ['Nama', 'Kecamatan'],
    ['Bina "Iman"', 'Kuaro, barat'],
  ];

  it.each([
    ['semicolons', 'Nama;Kecamatan\r\n"Bina ""Iman""";Kuaro, barat\r\n'],
    ['commas', 'Nama,Kecamatan\n"Bina ""Iman""","Kuaro, barat"'],
    ['tabs', 'Nama\tKecamatan\n"Bina ""Iman"""\tKuaro, barat\n'],
    ['a byte order mark', '\uFEFFNama;Kecamatan\n"Bina ""Iman""";Kuaro, barat'],
  ])('takes %s', async (_what, content) => {
    expect(await read(content)).toEqual({ ok: true, table });
  });

  it('takes the mark that Excel names in the first line, and keeps the numbers of the rows', async () => {
    expect(await read('sep=|\r\nNama|Kecamatan\r\nA;B|C')).toEqual({
      ok: true,
      table: [[''], ['Nama', 'Kecamatan'], ['A;B', 'C']],
    });
  });

  it('takes UTF-16 and Windows-1252', async () => {
    const utf16 = Buffer.from('\uFEFFNama\tKecamatan\nCafé\tKuaro', 'utf16le');
    expect(await read(utf16)).toMatchObject({
      table: [
        ['Nama', 'Kecamatan'],
        ['Café', 'Kuaro'],
      ],
    });
    const ansi = Buffer.from('Nama;Kecamatan\nCaf\u00e9;Kuaro', 'latin1');
    expect(await read(ansi)).toMatchObject({
      table: [
        ['Nama', 'Kecamatan'],
        ['Café', 'Kuaro'],
      ],
    });
  });

  it('counts a cell with line breaks as one row, and empty lines as rows', async () => {
    expect(await read('a;b\n"x\ny";z\n\nc;d')).toMatchObject({
      table: [['a', 'b'], ['x\ny', 'z'], [''], ['c', 'd']],
    });
  });

  it('refuses what is too long, too wide, or no table', async () => {
    expect(await read('a\n'.repeat(101))).toEqual({ ok: false, why: 'too-many-rows' });
    expect(await read(';'.repeat(20))).toEqual({ ok: false, why: 'too-wide' });
    expect(await read('a;"b\n')).toEqual({ ok: false, why: 'broken' });
    expect(await read(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]))).toEqual({
      ok: false,
      why: 'not-a-sheet',
    });
    expect(await read(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))).toEqual({
      ok: false,
      why: 'not-a-sheet',
    });
  });
});

/** An XLSX file of one sheet with this XML between its rows. */
const xlsx = (rows: string, more: Record<string, Uint8Array> = {}) =>
  zipSync({
    '[Content_Types].xml': Buffer.from(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ),
    'xl/workbook.xml': Buffer.from(
      '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': Buffer.from(
      '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': Buffer.from(
      `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    ),
    ...more,
  });

describe('reading XLSX', () => {
  it('reads back what was written, words as words', async () => {
    const table = [
      ['Nama', 'Jumlah', 'Rumus'],
      ['Nurul <Huda> & "Iman"', '1.250', '=1+1'],
      ['', '', ''],
      ['Terakhir', '', 'x'],
    ];
    expect(await read(await sheets.write('BLK', table))).toEqual({ ok: true, table });
  });

  it('reads numbers without a point of its own', async () => {
    const cells = '<row r="1"><c r="A1"><v>2019</v></c><c r="B1"><v>1250</v></c></row>';
    expect(await read(xlsx(cells))).toEqual({ ok: true, table: [['2019', '1250']] });
  });

  it.each([
    [
      'a cell in the last row there is',
      '<row r="1048576"><c r="A1048576"><v>1</v></c></row>',
      'too-many-rows',
    ],
    ['a cell in the last column there is', '<row r="1"><c r="XFD1"><v>1</v></c></row>', 'too-wide'],
    ['cells without a place', `<row>${'<c/>'.repeat(21)}</row>`, 'too-wide'],
    ['more rows than may be', '<row><c><v>1</v></c></row>'.repeat(101), 'too-many-rows'],
  ])('refuses %s', async (_what, rows, why) => {
    expect(await read(xlsx(rows))).toEqual({ ok: false, why });
  });

  it('does not mind colours far below the last row', async () => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="A1048576" s="1"/></row>';
    expect(await read(xlsx(rows))).toEqual({ ok: true, table: [['1']] });
  });

  it('refuses a small file that would be a large one, also when it lies about that', async () => {
    const bomb = xlsx('', { 'xl/sharedStrings.xml': new Uint8Array(61_000_000) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await read(bomb)).toEqual({ ok: false, why: 'too-large' });
    expect(await read(lying(bomb, 61_000_000))).toEqual({ ok: false, why: 'broken' });
  });

  it('says that a torn file is broken, and an archive of other things no table', async () => {
    const whole = xlsx('<row r="1"><c r="A1"><v>1</v></c></row>');
    expect(await read(whole.slice(0, whole.length / 2))).toEqual({ ok: false, why: 'broken' });
    expect(await read(zipSync({ 'a.txt': Buffer.from('a') }))).toEqual({
      ok: false,
      why: 'not-a-sheet',
    });
  });
});

/** The same archive, in which a part of that size says it had ten bytes. */
function lying(zip: Uint8Array, size: number): Uint8Array {
  const bytes = Buffer.from(zip);
  const said = Buffer.alloc(4);
  said.writeUInt32LE(size);
  for (let at = bytes.indexOf(said); at !== -1; at = bytes.indexOf(said, at + 4))
    bytes.writeUInt32LE(10, at);
  return bytes;
}
