import fc from 'fast-check';
import { buttonRows } from '../../src/conversation/button-rows';

const button = (label: string) => ({ label, data: label });
const rowsOf = (...labels: readonly string[]) =>
  buttonRows(labels.map(button)).map((row) => row.map(({ label }) => label));

describe('buttons in rows', () => {
  it('stand side by side while their labels are short', () => {
    expect(rowsOf('1', '2', '3', '4')).toEqual([['1', '2', '3'], ['4']]);
    expect(rowsOf('Kelas singkat', 'Rapat')).toEqual([['Kelas singkat', 'Rapat']]);
  });

  it('stand below each other when one of them is long', () => {
    expect(rowsOf('Pelatihan mandiri/berbayar', 'Rapat')).toEqual([
      ['Pelatihan mandiri/berbayar'],
      ['Rapat'],
    ]);
  });

  it('are no rows when there are none', () => {
    expect(rowsOf()).toEqual([]);
  });

  it('are all there, in their order, in rows no wider than a phone', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, maxLength: 40 })), (labels) => {
        const rows = rowsOf(...labels);
        expect(rows.flat()).toEqual(labels);
        for (const row of rows) expect(row.length === 1 || row.join('').length <= 28).toBe(true);
      }),
    );
  });
});
