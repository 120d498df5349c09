import { clearingKeyboard } from '../../src/conversation/clearing-keyboard';
import { type Memory, blank } from '../../src/conversation/memory';
import { plain } from '../../src/html';
import type { Act } from '../../src/talk';

const text = plain('Nomor Anda?');
const asks: Act = { do: 'say', card: { text, keyboard: { sharePhone: 'Kirim nomor' } } };
const answers: Act = { do: 'say', card: { text } };
const turns: Act = { do: 'edit', of: { message: 7 }, card: { text } };
const shown: Memory = { ...blank, keyboard: true };
const after = (before: Memory, ...acts: readonly Act[]) =>
  clearingKeyboard(before, { memory: before, acts });
const kinds = (acts: readonly Act[]) => acts.map((act) => act.do);

describe('a keyboard', () => {
  it('is remembered from when it is shown', () => {
    expect(after(blank, asks).memory).toEqual({ ...blank, keyboard: true });
    expect(after(shown, asks)).toEqual({ memory: shown, acts: [asks] });
  });

  it('is taken away before anything else is said, once', () => {
    const { memory, acts } = after(shown, answers);
    expect(memory).toEqual(blank);
    expect(acts[0]).toMatchObject({ do: 'say', card: { keyboard: 'none' } });
    expect(acts.slice(1)).toEqual([answers]);
    expect(after(memory, answers).acts).toEqual([answers]);
  });

  it('gives way to an answer below it, and leaves no buttons on the question', () => {
    expect(kinds(after(shown, turns).acts)).toEqual(['say', 'rebutton', 'say']);
    expect(kinds(after(blank, turns).acts)).toEqual(['edit']);
  });

  it('stays while something only flashes up', () => {
    expect(after(shown)).toEqual({ memory: shown, acts: [] });
  });
});
