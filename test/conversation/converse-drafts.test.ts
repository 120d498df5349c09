import { type TinyChat, tinyChat } from './support/tiny-chat';
import { acara, usul } from './support/tiny-forms';

let chat: TinyChat;
let tiny: ReturnType<typeof acara>;
beforeEach(() => {
  tiny = acara();
  chat = tinyChat([tiny.form, usul], 'manager');
});

const offer =
  'Masih ada isian <b>Acara</b> yang belum selesai.\nSudah terjawab: 2 pertanyaan. Mau dilanjutkan?\n[Lanjutkan]\n[Mulai baru] [Batal]';

describe('a form that was left', () => {
  beforeEach(() => chat.goes('/acara', '<Rapat>', '16'));

  it('is offered to be gone on with', async () => {
    expect(await chat.says('/acara')).toBe(offer);
    expect(await chat.taps('Lanjutkan')).toContain('Berapa yang bertahan?');
  });

  it('is gone on with just as well by answering', async () => {
    await chat.says('/acara');
    expect(await chat.says('12')).toContain('Ada catatan?');
  });

  it('can be begun anew, under another id', async () => {
    const earlier = chat.memory.open ?? '';
    await chat.goes('/acara', '<Mulai baru>');
    expect(chat.sees()).toContain('Acara apa?');
    expect(chat.memory).toMatchObject({
      drafts: [{ heard: {} }],
      ended: [{ id: earlier, how: 'dropped' }],
    });
    expect(chat.memory.open).not.toBe(earlier);
  });

  it('can be given up there', async () => {
    expect(await chat.goes('/acara', '<Batal>')).toContain('dibatalkan');
    expect(await chat.says('/acara')).toContain('Acara apa?');
  });

  it('is offered once more on the next day', async () => {
    chat.now = new Date('2026-11-24T01:00:00Z');
    expect(await chat.says('/acara')).toBe(offer);
  });

  it('is not lost when its command is typed with words behind it', async () => {
    expect(await chat.says('/acara kemarin')).toContain('Acara apa?');
    expect(await chat.says('/acara')).toBe(offer);
  });

  it('waits while another is filled in', async () => {
    await chat.goes('/usul', 'Lampu', '<Kirim usul>');
    expect(await chat.says('12')).toContain('belum menangkap maksudnya');
    expect(await chat.goes('/acara', '<Lanjutkan>', '12')).toContain('Ada catatan?');
  });

  it('is taken up again by its own buttons', async () => {
    await chat.says('/usul');
    await chat.taps('Kembali', 1);
    expect(chat.sees(1)).toContain('Berapa yang datang?');
    expect(await chat.says('20')).toContain('Berapa yang bertahan?');
  });

  it('is begun anew without a question when nothing was answered', async () => {
    await chat.says('/usul');
    expect(await chat.says('/usul')).toContain('Apa usulnya?');
    expect(chat.memory.drafts).toHaveLength(2);
  });
});

describe('two forms at once', () => {
  it('take words each for itself, the one opened last first', async () => {
    await chat.goes('/acara', '<Kelas>', '/usul', 'Lampu');
    expect(chat.sees()).toContain('Usul: <b>Lampu</b>');
    await chat.goes('/acara', '<Lanjutkan>', 'Word');
    expect(chat.sees()).toContain('Berapa yang datang?');
    await chat.goes('/usul', '<Lanjutkan>', '<Kirim usul>');
    expect(chat.memory.drafts).toMatchObject([{ heard: { topic: { words: 'Word' } } }]);
  });

  it('are given up one at a time', async () => {
    await chat.goes('/acara', '<Kelas>', '/usul', '/batal');
    expect(chat.sees()).toContain('Isian Usul dibatalkan');
    expect(await chat.says('/batal')).toContain('Tidak ada isian yang sedang berjalan');
    expect(await chat.says('/acara')).toContain('Masih ada isian');
  });
});

describe('a form with words behind its command', () => {
  it('hands them on at every turn', async () => {
    await chat.says('/acara 77');
    expect(chat.memory.drafts).toMatchObject([{ argument: '77' }]);
    await chat.goes('<Rapat>', '16', '/acara 77', '<Mulai baru>');
    expect(chat.memory.drafts).toMatchObject([{ argument: '77', heard: {} }]);
  });

  it('is remembered up to twenty of its kind', async () => {
    for (let n = 0; n < 25; n += 1) await chat.goes(`/acara ${n}`, '<Rapat>');
    expect(chat.memory.drafts.map(({ argument }) => argument)).toEqual(
      Array.from({ length: 20 }, (_, n) => String(n + 5)),
    );
  });
});
