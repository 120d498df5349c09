import fc from 'fast-check';
import type { Heard } from '../../src/conversation/heard';
import { placeIn } from '../../src/conversation/place';
import { around, words } from './support/standing-alone';
import { acara } from './support/tiny-forms';

const { form } = acara();
const at = (heard: Heard) => placeIn(form, heard, around());
const skipped = { skipped: true } as const;

describe('the place in a form', () => {
  it('is the first question when nothing was said', () => {
    expect(at({})).toMatchObject({ at: 'step', name: 'sort', trail: [], soFar: {} });
  });

  it('is the first question without an answer, whatever was answered after it', () => {
    const place = at(words({ sort: 'rapat', stayed: '12' }));
    expect(place).toMatchObject({ at: 'step', name: 'first', trail: ['sort'] });
    expect(place.asked).toEqual(['sort', 'first', 'stayed', 'note', 'photos']);
  });

  it('leaves out questions that do not apply, and their answers', () => {
    const heard = words({ sort: 'rapat', topic: 'Word', first: '16' });
    expect(at(heard)).toMatchObject({ name: 'stayed', soFar: { sort: 'rapat', first: 16 } });
    expect(at(heard).soFar).not.toHaveProperty('topic');
  });

  it('is where an answer no longer holds, and says why', () => {
    expect(at(words({ sort: 'rapat', first: '10', stayed: '12' }))).toMatchObject({
      name: 'stayed',
      why: 'Mohon maaf, yang datang hanya 10.',
    });
  });

  it('goes past what was skipped, if it may be skipped', () => {
    const heard = words({ sort: 'rapat', first: '16', stayed: '12' });
    const place = at({ ...heard, note: skipped });
    expect(place).toMatchObject({ name: 'photos', trail: ['sort', 'first', 'stayed', 'note'] });
    expect(place.soFar).toHaveProperty('note', undefined);
    expect(at({ ...heard, first: skipped })).toMatchObject({ name: 'first' });
  });

  it('stays at the photos until they are done', () => {
    const heard = { ...words({ sort: 'rapat', first: '16', stayed: '12' }), note: skipped };
    const photos = [{ fileId: 'f', uniqueId: 'u' }];
    expect(at({ ...heard, photos: { photos, done: false } })).toMatchObject({ name: 'photos' });
    const place = at({ ...heard, photos: { photos, done: true } });
    expect(place).toMatchObject({ at: 'summary', soFar: { photos } });
  });

  it('asks again where photos were given and words are asked now', () => {
    const heard: Heard = { sort: { photos: [], done: true } };
    expect(at(heard)).toMatchObject({ at: 'step', name: 'sort' });
  });

  it('ignores answers to questions the form no longer has', () => {
    expect(at(words({ sort: 'rapat', gone: 'x' }))).toMatchObject({ name: 'first' });
  });

  const said = fc.oneof(
    fc.record({ words: fc.constantFrom('kelas', 'rapat', '16', '3', 'x') }),
    fc.constant(skipped),
    fc.record({ photos: fc.constant([]), done: fc.boolean() }),
  );
  const anything = fc.dictionary(
    fc.constantFrom('sort', 'topic', 'first', 'stayed', 'note', 'photos', 'gone'),
    said,
  );

  it('depends on what was said, not on the order in which it was said', () => {
    fc.assert(
      fc.property(anything, (heard) => {
        const reversed = Object.fromEntries(Object.entries(heard).reverse());
        expect(at(reversed)).toEqual(at(heard));
      }),
    );
  });

  it('holds only answers on the way to it, and every answer when nothing is left', () => {
    fc.assert(
      fc.property(anything, (heard) => {
        const place = at(heard);
        expect(Object.keys(place.soFar)).toEqual(place.trail);
        expect(place.asked.slice(0, place.trail.length)).toEqual(place.trail);
        if (place.at === 'summary') expect(place.trail).toEqual(place.asked);
        else expect(place.asked[place.trail.length]).toBe(place.name);
      }),
    );
  });
});
