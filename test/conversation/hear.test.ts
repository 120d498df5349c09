import { choicesAt, hearPhoto, hearWords } from '../../src/conversation/hear';
import { understood, unclear } from '../../src/domain/reading';
import { defineForm } from '../../src/scene';
import { around, stepAfter, words } from './support/standing-alone';
import { acara } from './support/tiny-forms';

const { form } = acara();
const hear = (said: string, heard = {}) => hearWords(stepAfter(form, heard), around(), said);
const photos = stepAfter(form, {
  ...words({ sort: 'rapat', first: '1', stayed: '1' }),
  note: { skipped: true },
});
const photo = (uniqueId: string) => ({ fileId: `file-${uniqueId}`, uniqueId });

const days = defineForm({
  command: 'hari',
  about: 'Hari',
  title: 'Hari',
  for: ['public'],
  prepare: () => Promise.resolve(understood({ names: ['Satu', 'Dua'] })),
  steps: {
    day: {
      label: 'Hari',
      ask: 'Hari apa?',
      choices: ({ facts, today }) =>
        facts.names.map((label) => ({ label, says: `${label} ${today}` })),
      read: (said) => (said === 'x' ? unclear('Mohon maaf.') : understood(said.toUpperCase())),
      keep: (value) => `kept ${String(value)}`,
    },
  },
  finish: () => Promise.reject(new Error('Nobody finishes this')),
});

describe('hearing words', () => {
  it('remembers them as they were said', () => {
    expect(hear(' Word ', words({ sort: 'kelas' }))).toEqual(understood({ words: ' Word ' }));
  });

  it.each(['Kelas', 'kelas', ' KELAS '])('takes %j for the choice of that label', (said) => {
    expect(hear(said)).toEqual(understood({ words: 'kelas' }));
  });

  it('says why they cannot be read', () => {
    expect(hear('pesta')).toEqual(unclear('Mohon maaf, silakan pilih dari tombol.'));
  });

  it('lets a question look at what was answered before it', () => {
    const heard = words({ sort: 'rapat', first: '10' });
    expect(hear('11', heard)).toEqual(unclear('Mohon maaf, yang datang hanya 10.'));
    expect(hear('10', heard)).toEqual(understood({ words: '10' }));
  });

  it('remembers what a question wants kept instead', () => {
    const facts = { names: ['Satu', 'Dua'] };
    const place = stepAfter(days, {}, facts);
    expect(choicesAt(place, around(facts))[1]).toEqual({ label: 'Dua', says: 'Dua 2026-11-23' });
    expect(hearWords(place, around(facts), 'dua')).toEqual(
      understood({ words: 'kept DUA 2026-11-23' }),
    );
    expect(hearWords(place, around(facts), 'x')).toEqual(unclear('Mohon maaf.'));
  });

  it('asks for a photo where one is wanted', () => {
    expect(hearWords(photos, around(), 'tidak ada')).toMatchObject({ ok: false });
  });
});

describe('hearing photos', () => {
  it('adds them one by one, the same one once', () => {
    const one = hearPhoto(photos, undefined, photo('a'));
    expect(one).toEqual(understood({ photos: [photo('a')], done: false }));
    const said = { photos: [photo('a')], done: false };
    expect(hearPhoto(photos, said, { fileId: 'another', uniqueId: 'a' })).toEqual(understood(said));
    expect(hearPhoto(photos, said, photo('b'))).toEqual(
      understood({ photos: [photo('a'), photo('b')], done: false }),
    );
  });

  it('takes no more than the question wants, but knows those it has', () => {
    const said = { photos: ['a', 'b', 'c'].map(photo), done: false };
    expect(hearPhoto(photos, said, photo('d'))).toMatchObject({ ok: false });
    expect(hearPhoto(photos, said, photo('c'))).toEqual(understood(said));
  });

  it('takes none where words are asked', () => {
    expect(hearPhoto(stepAfter(form), undefined, photo('a'))).toMatchObject({ ok: false });
  });
});
