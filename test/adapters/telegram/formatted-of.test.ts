import { formattedOf } from '../../../src/adapters/telegram/formatted-of';
import { plainOf, readFormatted } from '../../../src/domain/formatted-text';

type Entities = NonNullable<Parameters<typeof formattedOf>[1]>;

const read = (text: string, entities: Entities) => {
  const formatted = formattedOf(text, entities);
  const reading = formatted === undefined ? undefined : readFormatted(formatted);
  return reading?.ok ? reading.value : undefined;
};

describe('what was formatted in Telegram', () => {
  it('is nothing where there are only links that Telegram found', () => {
    expect(formattedOf('lihat paser.go.id', [{ type: 'url', offset: 6, length: 11 }])).toBe(
      undefined,
    );
  });

  it('counts emoji as Telegram does', () => {
    expect(read('😀 penting', [{ type: 'bold', offset: 3, length: 7 }])).toEqual([
      '😀 ',
      { style: 'bold', inside: ['penting'] },
    ]);
  });

  it('keeps what lies in each other, also where both begin and end together', () => {
    const both: Entities = [
      { type: 'bold', offset: 0, length: 4 },
      { type: 'italic', offset: 0, length: 4 },
      { type: 'underline', offset: 5, length: 3 },
    ];
    expect(read('kami ada', both)).toEqual([
      { style: 'bold', inside: [{ style: 'italic', inside: ['kami'] }] },
      ' ',
      { style: 'underline', inside: ['ada'] },
    ]);
  });

  it('keeps links, bold or not, and their words', () => {
    const linked: Entities = [
      { type: 'bold', offset: 0, length: 13 },
      { type: 'text_link', offset: 6, length: 7, url: 'https://paser.go.id/?a=1&b=2' },
    ];
    const value = read('lihat di sini', linked);
    expect(value).toEqual([
      {
        style: 'bold',
        inside: ['lihat ', { address: 'https://paser.go.id/?a=1&b=2', inside: ['di sini'] }],
      },
    ]);
    expect(plainOf(value ?? [])).toBe('lihat di sini');
  });

  it('leaves typed marks beside it as they work', () => {
    expect(read('*a* b', [{ type: 'italic', offset: 4, length: 1 }])).toEqual([
      { style: 'bold', inside: ['a'] },
      ' ',
      { style: 'italic', inside: ['b'] },
    ]);
  });
});
