import { asksForAny, searchWords } from '../../src/domain/search-words';
import { knownTrades } from '../../src/domain/trade';
import { exampleWord, tradesMeant } from '../../src/domain/trade-words';

describe('the words a trade is looked for with', () => {
  it.each([
    ['komputer', 'Teknik Informatika'],
    ['las', 'Teknik Las'],
    ['menjahit', 'Menjahit/Fashion'],
    ['jahit', 'Tata Busana'],
    ['listrik', 'Teknik Listrik'],
    ['AC', 'Teknik Pendingin (Refrigerasi)'],
    ['pendingin', 'Teknik Pendingin (Refrigerasi)'],
    ['HP', 'Elektronika'],
    ['motor', 'Teknik Otomotif'],
    ['masak', 'Kuliner'],
    ['roti', 'Tata Boga'],
    ['salon', 'Spa/Kesehatan Tradisional'],
    ['rias', 'Tata Kecantikan'],
    ['KOMPU', 'Teknik Informatika'],
    ['Kömputer', 'Teknik Informatika'],
  ])('%s means %s', (word, trade) => {
    expect(tradesMeant(word)).toContain(trade);
  });

  it('has an example for every trade, which finds it; a trade nobody knows is its own', () => {
    for (const trade of knownTrades) {
      expect([trade, exampleWord(trade)]).toEqual([trade, expect.stringMatching(/^[a-z0-9]+$/u)]);
      expect(tradesMeant(exampleWord(trade))).toContain(trade);
    }
    expect(exampleWord('tata boga')).toBe('masak');
    expect(exampleWord('Hidroponik')).toBe('hidroponik');
  });

  it('is not meant by a beginning that could be anything', () => {
    for (const word of ['', 'k', 'ko', 'zzz', '.*']) expect(tradesMeant(word)).toEqual([]);
  });
});

describe('what is looked for', () => {
  it('leaves out words that only say that something is looked for, unless there are no others', () => {
    expect(searchWords('kursus  Menjahit di Kuaro')).toEqual(['Menjahit', 'Kuaro']);
    expect(searchWords('kursus')).toEqual(['kursus']);
    expect(searchWords(' ')).toEqual([]);
  });

  it('leaves out the sort of a place and the end of a sentence', () => {
    expect(searchWords('mau belajar las di kec. Kuaro?')).toEqual(['las', 'Kuaro']);
    expect(searchWords('Kabupaten Paser')).toEqual(['Paser']);
    expect(searchWords('C++ .*')).toEqual(['C++', '.*']);
  });

  it('is any course where nothing else is said', () => {
    expect(['kursus', 'Pelatihan?', 'mau ikut kursus'].map(asksForAny)).toEqual([true, true, true]);
    expect(['', 'kursus las', 'kecamatan'].map(asksForAny)).toEqual([false, false, false]);
  });
});
