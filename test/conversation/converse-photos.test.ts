import { type TinyChat, tinyChat } from './support/tiny-chat';
import { acara, untilPhotos, usul } from './support/tiny-forms';

let chat: TinyChat;
let tiny: ReturnType<typeof acara>;
beforeEach(async () => {
  tiny = acara();
  chat = tinyChat([tiny.form, usul], 'manager');
  await chat.goes(...untilPhotos);
});

describe('photos one by one', () => {
  it('are counted, the same one once', async () => {
    await chat.sendsPhoto('a');
    await chat.sendsPhoto('a');
    expect(await chat.sendsPhoto('b')).toContain('Sudah ada 2 foto.');
  });

  it('cannot be skipped once there are some', async () => {
    expect(chat.sees()).toContain('[Lewati]');
    expect(await chat.sendsPhoto('a')).not.toContain('[Lewati]');
  });

  it('are at most as many as the question says', async () => {
    for (const one of ['a', 'b', 'c']) await chat.sendsPhoto(one);
    expect(await chat.sendsPhoto('d')).toContain(
      '<i>Paling banyak 3 foto, jadi foto selebihnya tidak ikut.</i>',
    );
    await chat.goes('<Selesai>', '<Kirim>');
    expect(tiny.sent[0]?.answers['photos']).toHaveLength(3);
  });

  it('are taken back by Kosongkan foto', async () => {
    await chat.sendsPhoto('a');
    await chat.taps('Kosongkan foto');
    expect(chat.sees()).toContain('[Lewati]');
    expect(chat.sees()).not.toContain('Sudah ada');
  });

  it('are kept when their question is opened again', async () => {
    await chat.sendsPhoto('a');
    await chat.goes('<Selesai>', '<Kembali>');
    expect(chat.sees()).toContain('Sudah ada 1 foto.');
  });

  it('come back on Kembali after Ubah, even after Kosongkan foto', async () => {
    await chat.sendsPhoto('a');
    await chat.goes('<Selesai>', '<Ubah Foto>', '<Kosongkan foto>', '<Kembali>');
    expect(chat.sees()).toContain('Foto: <b>1 foto</b>');
    expect(chat.sees()).toContain('Catatan: <b>–</b>');
  });

  it('are not words: words ask for a photo again', async () => {
    expect(await chat.says('tidak ada')).toContain(
      'Mohon maaf, di sini yang ditunggu foto, bukan tulisan. Bila tidak ada lagi, silakan ketuk tombol di bawah ini.',
    );
  });

  it('are kindly refused where words are asked', async () => {
    await chat.says('/usul');
    expect(await chat.sendsPhoto('a')).toContain('pertanyaan ini perlu dijawab dengan tulisan');
    expect(chat.sees()).toContain('Apa usulnya?');
  });

  it('are no answer where nothing is asked', async () => {
    await chat.says('/batal');
    expect(await chat.sendsPhoto('a')).toContain('belum menangkap maksudnya');
  });
});

describe('an album', () => {
  const album = async (id: string, ...photos: readonly string[]) => {
    for (const photo of photos) await chat.sendsPhoto(photo, id);
  };

  it('is counted in one message', async () => {
    const before = chat.count();
    await album('x', 'a', 'b', 'c');
    expect(chat.count()).toBe(before + 1);
    expect(chat.sees()).toContain('Sudah ada 3 foto.');
  });

  it('with too many photos is told so in the same message', async () => {
    const before = chat.count();
    await album('x', 'a', 'b', 'c', 'd', 'e');
    expect(chat.count()).toBe(before + 1);
    expect(chat.sees()).toContain('Paling banyak 3 foto, jadi foto selebihnya tidak ikut.');
    expect(chat.sees()).toContain('Sudah ada 3 foto. Silakan ketuk Selesai.');
  });

  it('after another has a message of its own', async () => {
    const before = chat.count();
    await album('x', 'a', 'b');
    await album('y', 'c');
    expect(chat.count()).toBe(before + 2);
    expect(chat.sees()).toContain('Sudah ada 3 foto.');
  });

  it('whose photos straggle in after something else was said is shown anew', async () => {
    await album('x', 'a');
    await chat.says('sebentar');
    const before = chat.count();
    await album('x', 'b');
    expect(chat.count()).toBe(before + 1);
    expect(chat.sees()).toContain('Sudah ada 2 foto.');
  });

  it.each(['/usul', '/batal'])('that is no answer is answered once, after %s', async (word) => {
    await chat.says(word);
    const before = chat.count();
    await album('x', 'a', 'b', 'c', 'd');
    expect(chat.count()).toBe(before + 1);
  });
});
