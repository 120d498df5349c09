import fc from 'fast-check';
import { scenes } from '../../scenes';
import {
  type FormTap,
  type FormVerb,
  packTap,
  unpackTap,
} from '../../src/conversation/button-data';
import { choicesAt, hearWords } from '../../src/conversation/hear';
import type { AnyForm } from '../../src/scene';
import type { Button } from '../../src/talk';
import { formFacts } from './support/form-facts';
import { around } from './support/standing-alone';
import { type Seen, typed, walk } from './support/walk';

const verb: fc.Arbitrary<FormVerb> = fc.oneof(
  fc.record({ verb: fc.constant('answer' as const), says: fc.string({ unit: 'grapheme' }) }),
  fc.record({
    verb: fc.constant('month' as const),
    month: fc.stringMatching(/^\d{4}-\d{2}$/u),
  }),
  fc.record({ verb: fc.constant('page' as const), page: fc.nat(9999) }),
  fc
    .constantFrom(
      'back',
      'skip',
      'drop',
      'change',
      'send',
      'resume',
      'restart',
      'done',
      'clear',
      'none',
    )
    .map((plain) => ({ verb: plain })),
);
const tap: fc.Arbitrary<FormTap> = fc.record({
  form: fc.stringMatching(/^[0-9A-HJKMNP-TV-Z]{10}$/u),
  step: fc.stringMatching(/^[A-Za-z]{1,20}$|^-$/u),
  does: verb,
});

describe('the data of a form’s button', () => {
  it('says what was packed', () => {
    fc.assert(fc.property(tap, (given) => expect(unpackTap(packTap(given))).toEqual(given)));
  });

  it('is packed in one way only', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), tap.map(packTap)), (data) => {
        const unpacked = unpackTap(data);
        if (unpacked && unpacked.does.verb !== 'page') expect(packTap(unpacked)).toBe(data);
      }),
    );
  });

  it.each([
    '',
    'lapor',
    'f',
    'f:A',
    'f:A:kind',
    'f:A:kind:',
    'f:a:kind:back',
    'f:A:kind:fly',
    'f:A:k1nd:back',
    'f:A:kind:p',
    'f:A:kind:p12345',
    'f:A:kind:m2026-1',
    'f:A:kind:backwards',
    'g:A:kind:back',
    ' f:A:kind:back',
    'f:A:__proto__:back',
  ])('is none in %j', (data) => {
    expect(unpackTap(data)).toBeUndefined();
  });
});

const forms = scenes.filter((scene): scene is AnyForm => scene.kind === 'form');
const bytes = (text: string) => Buffer.byteLength(text);
const buttonsOf = (seen: readonly Seen[]): readonly Button[] =>
  seen.flatMap(({ cards }) => cards.flatMap(({ buttons = [] }) => buttons.flat()));

describe('every form', () => {
  it('can be walked through here', () => {
    expect(forms.length).toBeGreaterThan(4);
    expect(forms.map(({ command }) => command).filter((name) => !(name in formFacts))).toEqual([]);
  });
});

describe.each(forms.map((form) => [form.command, form] as const))('/%s', (command, form) => {
  let seen: readonly Seen[];
  beforeAll(() => {
    seen = walk(form, formFacts[command]);
  });

  it('asks each of its questions to somebody, and ends', () => {
    const steps = new Set(seen.map(({ step }) => step));
    expect([...steps].sort()).toEqual([...Object.keys(form.steps), '-'].sort());
  });

  it('has only buttons that Telegram takes: some label, 64 bytes of data at most', () => {
    const buttons = buttonsOf(seen);
    expect(buttons.length).toBeGreaterThan(5);
    for (const { label, ...rest } of buttons) {
      expect(label.trim()).not.toBe('');
      expect('data' in rest ? bytes(rest.data) : 0).toBeLessThanOrEqual(64);
    }
  });

  it('has only buttons that say what they mean', () => {
    for (const button of buttonsOf(seen)) {
      const tapped = 'data' in button ? unpackTap(button.data) : undefined;
      expect(tapped && packTap(tapped)).toBe('data' in button ? button.data : '');
    }
  });

  it('takes every answer that it offers', () => {
    for (const { place } of seen) {
      if (!place) continue;
      const here = around(formFacts[command]);
      const refused = choicesAt(place, here).filter(({ says }) => !hearWords(place, here, says).ok);
      expect(refused).toEqual([]);
    }
  });

  it('understands what it remembers the way it understood what was said', () => {
    for (const { place } of seen) {
      if (!place || place.step.photos) continue;
      const here = around(formFacts[command]);
      const offered = choicesAt(place, here).map(({ says }) => says);
      for (const said of [...offered, ...typed]) {
        const once = hearWords(place, here, said);
        if (once.ok && 'words' in once.value)
          expect(hearWords(place, here, once.value.words)).toEqual(once);
      }
    }
  });

  it('fits into one message each time', () => {
    for (const { cards } of seen)
      for (const { text } of cards) expect(text.markup.length).toBeLessThan(4096);
  });

  it('speaks softly', () => {
    const said = seen.flatMap(({ cards }) => cards.map(({ text }) => text.markup)).join('\n');
    expect(said).not.toMatch(/\b(wajib|harus|terlambat|pasif|kamu|anda|ustadz)\b/u);
  });
});
