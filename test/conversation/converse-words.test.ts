import { type TinyChat, tinyChat } from './support/tiny-chat';
import { acara, papan, usul } from './support/tiny-forms';
import type { Unreadable } from '../../src/talk';
import { unreadableWords } from '../../src/conversation/unreadable-words';

let chat: TinyChat;
beforeEach(() => {
  chat = tinyChat([acara().form, usul, papan], 'manager');
});

const cannotRead = [
  'sticker',
  'voice',
  'video',
  'contact',
  'location',
  'forwarded',
  'edited',
  'unknown',
] as const satisfies readonly Unreadable[];

describe('what cannot be read', () => {
  it.each(cannotRead)('is explained, and the question asked again: %s', async (what) => {
    await chat.goes('/acara', '<Rapat>');
    const before = chat.memory.drafts[0]?.heard;
    await chat.does({ kind: 'other', what });
    expect(chat.sees()).toContain(`<i>${unreadableWords(what)}</i>\n\nBerapa yang datang?`);
    expect(chat.memory.drafts[0]?.heard).toEqual(before);
  });

  it.each(cannotRead)('is explained at the summary too: %s', async (what) => {
    await chat.goes('/usul', 'Lampu');
    await chat.does({ kind: 'other', what });
    expect(chat.sees()).toContain(`<i>${unreadableWords(what, 'a tap')}</i>\n\nUsul: <b>Lampu</b>`);
  });

  it('is explained when nothing is asked, except that a message was edited', async () => {
    await chat.does({ kind: 'other', what: 'voice' });
    expect(chat.sees()).toBe(unreadableWords('voice'));
    expect(await chat.does({ kind: 'other', what: 'edited' })).toEqual([]);
  });

  it('is named in kind words, each in its own', () => {
    const said = cannotRead.map((what) => unreadableWords(what));
    expect(new Set(said).size).toBe(said.length);
    for (const each of said)
      expect(each).toMatch(/^Mohon maaf, .*\. (Silakan|Bila itu foto,) .*\.$/u);
  });
});

describe('words that belong to no form', () => {
  it('are answered with the way to the help', async () => {
    expect(await chat.says('assalamualaikum')).toBe(
      'Mohon maaf, kami belum menangkap maksudnya. Silakan pilih dari /bantuan.\n[Bantuan]',
    );
  });

  it('that name no command are answered kindly', async () => {
    expect(await chat.says('/constructor')).toContain('perintah itu belum kami kenal');
  });

  it('that ask to stop when nothing runs are answered kindly', async () => {
    expect(await chat.says('/batal')).toContain('Tidak ada isian yang sedang berjalan');
  });

  it('open a page with what follows', async () => {
    expect(await chat.says('/papan tiga empat')).toContain('Papan tiga empat');
  });
});

describe('a command that is not for this person', () => {
  it('is refused politely, and the try is written down without what was said', async () => {
    chat.becomes('head');
    expect(await chat.says('/acara rahasia')).toContain('/acara belum tersedia untuk Anda');
    expect(chat.audit).toEqual([
      { id: 'refused:1', who: 'stranger', did: 'refused', what: '/acara', at: chat.now },
    ]);
  });

  it('is open to a deputy where it is to a manager', async () => {
    chat.becomes('deputy');
    expect(await chat.says('/acara')).toContain('Acara apa?');
  });
});

describe('in a group', () => {
  it.each([
    { kind: 'text', text: 'halo' },
    { kind: 'photo', photo: { fileId: 'f', uniqueId: 'u' }, album: 'x' },
    { kind: 'other', what: 'sticker' },
  ] as const)('the bot keeps quiet: %j', async (deed) => {
    expect(await chat.does(deed, 'group')).toEqual([]);
  });

  it('a command of another bot is left to that one', async () => {
    expect(await chat.does({ kind: 'command', name: 'entah', argument: '' }, 'group')).toEqual([]);
  });

  it('a command is answered with where to go, and nothing is begun', async () => {
    await chat.does({ kind: 'command', name: 'acara', argument: '' }, 'group');
    expect(chat.sees()).toContain('lewat chat pribadi');
    expect(chat.memory.drafts).toEqual([]);
  });

  it('a button only flashes where to go', async () => {
    expect(await chat.does({ kind: 'tap', data: 'acara', message: 1 }, 'group')).toEqual([]);
    expect(chat.toast).toContain('lewat chat pribadi');
  });
});
