import { placeIn } from '../../src/conversation/place';
import type { Look } from '../../src/conversation/look';
import { questionCard } from '../../src/conversation/question-card';
import { addDays, asDay } from '../../src/domain/day';
import { understood } from '../../src/domain/reading';
import { bold, html } from '../../src/html';
import { type AnyForm, defineForm, onlyWhen } from '../../src/scene';
import { around, draftOf, stepAfter, words } from './support/standing-alone';
import { drawn } from './support/tiny-chat';
import { acara } from './support/tiny-forms';

const card = (form: AnyForm, heard = {}, look: Look = {}) =>
  drawn(
    questionCard(
      { form, draft: draftOf(form, heard), place: stepAfter(form, heard), around: around() },
      look,
    ),
  );

const formOf = (steps: AnyForm['steps']) =>
  defineForm({
    command: 'uji',
    about: 'Uji',
    title: 'Uji <coba>',
    for: ['public'],
    prepare: () => Promise.resolve(understood({})),
    steps,
    finish: () => Promise.reject(new Error('Nobody finishes this')),
  });

const asked = { label: 'L', ask: 'Apa?', read: understood };
const many = formOf({
  one: {
    ...asked,
    choices: Array.from({ length: 20 }, (_, n) => ({ label: `P${n}`, says: `p${n}` })),
  },
});
const today = asDay('2026-11-23')!;
const dated = formOf({
  one: {
    ...asked,
    choices: [{ label: 'Hari ini', says: today }],
    calendar: { from: addDays(today, -30), to: today },
  },
});

describe('a question', () => {
  it('shows what the form calls itself and what a question makes of the answers', () => {
    const form = formOf({
      name: asked,
      next: { ...asked, ask: ({ soFar }) => html`Halo ${bold(String(soFar['name']))}?` },
    });
    expect(card(form)).toContain('<b>Uji &lt;coba&gt;</b> · 1 dari 2\n\nApa?');
    expect(card(form, words({ name: 'A & B' }))).toContain('Halo <b>A &amp; B</b>?');
  });

  it('promises no total before the answer that decides on it', () => {
    const form = formOf({
      before: asked,
      fork: { ...asked, forks: true },
      more: onlyWhen(({ soFar }) => soFar['fork'] === 'more', asked),
      last: asked,
    });
    expect(card(form)).toContain('langkah 1\n');
    expect(card(form, words({ before: 'a' }))).toContain('langkah 2\n');
    expect(card(form, words({ before: 'a', fork: 'more' }))).toContain('3 dari 4\n');
    expect(card(form, words({ before: 'a', fork: 'less' }))).toContain('3 dari 3\n');
  });

  it('shows its choices twelve at a time, round and round', () => {
    expect(card(many)).toContain('[P0] [P1] [P2]\n[P3] [P4] [P5]\n');
    expect(card(many)).toContain('[P9] [P10] [P11]\n[‹] [1 / 2] [›]');
    expect(card(many, {}, { page: 1 })).toContain('[P18] [P19]\n[‹] [2 / 2] [›]');
    expect(card(many, {}, { page: 9999 })).toContain('[2 / 2]');
    const { buttons } = questionCard(
      { form: many, draft: draftOf(many), place: stepAfter(many), around: around() },
      { page: 1 },
    );
    const turning = buttons?.at(-2)?.map((one) => 'data' in one && one.data.split(':').at(-1));
    expect(turning).toEqual(['p0', 'none', 'p0']);
  });

  it('offers a calendar beside its choices, and shows it when asked', () => {
    expect(card(dated)).toContain('[Hari ini]\n[📅 Pilih di kalender]');
    const open = card(dated, {}, { month: '2026-11' });
    expect(open).toContain('[‹] [November 2026] [·]');
    expect(open).not.toContain('Pilih di kalender');
  });

  it.each([
    ['2031-01', 'November 2026'],
    ['2026-13', 'November 2026'],
    ['1900-01', 'Oktober 2026'],
  ])('shows the nearest month with something to tap instead of %s', (month, shown) => {
    expect(card(dated, {}, { month })).toContain(`[${shown}]`);
  });

  it('says first why the last answer was not taken, else why the one before holds no more', () => {
    const { form } = acara();
    const heard = words({ sort: 'rapat', first: '10', stayed: '12' });
    expect(card(form, heard)).toContain('<i>Mohon maaf, yang datang hanya 10.</i>');
    expect(card(form, heard, { why: 'Mohon <maaf>.' })).toContain('<i>Mohon &lt;maaf&gt;.</i>');
    expect(card(form, heard, { why: 'Mohon <maaf>.' })).not.toContain('yang datang');
  });

  it('can be left at any time, gone back from once something was answered', () => {
    const { form } = acara();
    expect(card(form)).toMatch(/\[Batal\]$/u);
    expect(card(form)).not.toContain('[Kembali]');
    expect(placeIn(form, words({ sort: 'kelas' }), around()).trail).toEqual(['sort']);
    expect(card(form, words({ sort: 'kelas' }))).toMatch(/\[Kembali\] \[Batal\]$/u);
  });
});
