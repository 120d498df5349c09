import { blank, draftOf, ending, keeping, openDraft } from '../../src/conversation/memory';
import * as alone from './support/standing-alone';
import { acara } from './support/tiny-forms';

const { form } = acara();
const draft = (id: string, argument = '') => ({ ...alone.draftOf(form), id, argument });

describe('the memory of a chat', () => {
  it('opens the draft that is kept, and keeps one of each', () => {
    const memory = keeping(keeping(keeping(blank, draft('A')), draft('B')), draft('A', '7'));
    expect(memory.drafts).toEqual([draft('B'), draft('A', '7')]);
    expect(openDraft(memory)).toEqual(draft('A', '7'));
  });

  it('tells drafts of one command apart by what followed it', () => {
    const memory = keeping(keeping(blank, draft('A')), draft('B', '7'));
    expect(draftOf(memory, 'acara', '')).toEqual(draft('A'));
    expect(draftOf(memory, 'acara', '7')).toEqual(draft('B', '7'));
    expect(draftOf(memory, 'acara', '8')).toBeUndefined();
    expect(draftOf(memory, 'usul', '')).toBeUndefined();
  });

  it('ends a draft and leaves another one open', () => {
    const memory = ending(keeping(keeping(blank, draft('A')), draft('B')), 'A', 'dropped');
    expect(memory).toEqual({
      drafts: [draft('B')],
      open: 'B',
      ended: [{ id: 'A', how: 'dropped' }],
    });
    expect(openDraft(ending(memory, 'B', 'sent'))).toBeUndefined();
    expect(ending(memory, 'B', 'sent')).not.toHaveProperty('open');
  });

  it('knows the last thirty forms that ended', () => {
    let memory = blank;
    for (let n = 0; n < 40; n += 1) memory = ending(memory, `D${n}`, 'sent');
    expect(memory.ended.map(({ id }) => id)).toEqual(
      Array.from({ length: 30 }, (_, n) => `D${n + 10}`),
    );
  });
});
