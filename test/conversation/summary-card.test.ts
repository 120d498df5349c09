import { placeIn } from '../../src/conversation/place';
import { summaryCard } from '../../src/conversation/summary-card';
import { understood } from '../../src/domain/reading';
import { type Step, defineForm } from '../../src/scene';
import { around, draftOf, words } from './support/standing-alone';
import { drawn } from './support/tiny-chat';

const step = { label: 'Satu', ask: 'Apa?', read: understood };

function summary(first: Partial<Step<unknown>>, said = 'x', why?: string) {
  const form = defineForm<Record<string, unknown>, unknown>({
    command: 'uji',
    about: 'Uji',
    title: 'Uji',
    for: ['public'],
    prepare: () => Promise.resolve(understood({})),
    steps: { first: { ...step, ...first }, second: { ...step, label: 'Dua' } },
    finish: () => Promise.reject(new Error('Nobody finishes this')),
  });
  const heard = words({ first: said, second: 'y' });
  const place = placeIn(form, heard, around());
  if (place.at !== 'summary') throw new Error('There is something left to ask');
  return drawn(summaryCard({ form, draft: draftOf(form, heard), place, around: around() }, why));
}

describe('a summary', () => {
  it('shows every answer with its own Ubah', () => {
    expect(summary({}, '<b>')).toBe(
      [
        '<b>Uji</b> · ringkasan\n',
        'Satu: <b>&lt;b&gt;</b>',
        'Dua: <b>y</b>',
        '\nMohon diperiksa. Bila sudah benar, silakan ketuk Kirim.',
        '[Kirim]',
        '[Ubah Satu] [Ubah Dua]',
        '[Kembali] [Batal]',
      ].join('\n'),
    );
  });

  it('says why something was not taken', () => {
    expect(summary({}, 'x', 'Mohon maaf.')).toContain('<i>Mohon maaf.</i>\n\nSatu:');
  });

  it.each<[string, Partial<Step<unknown>>, string]>([
    ['a number', { read: () => understood(16) }, '16'],
    ['what its question makes of it', { show: (value) => `~${String(value)}~` }, '~x~'],
    ['a dash for nothing', { read: () => understood(undefined) }, '–'],
    ['a dash for what cannot be shown', { read: () => understood({ a: 1 }) }, '–'],
  ])('shows %s', (_what, first, shown) => {
    expect(summary(first)).toContain(`Satu: <b>${shown}</b>\n`);
  });
});
