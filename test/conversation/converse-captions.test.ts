import type { Deed } from '../../src/talk';
import { type TinyChat, tinyChat } from './support/tiny-chat';
import { acara, edaran, untilPhotos, usul } from './support/tiny-forms';

let chat: TinyChat;
beforeEach(() => {
  chat = tinyChat([edaran, usul, acara().form], 'manager');
});

const file = { fileId: 'f1', name: 'surat.pdf', bytes: 1200 };
const photoOf = (uniqueId: string, text: string, formatted?: string): Deed => ({
  kind: 'photo',
  photo: { fileId: uniqueId, uniqueId },
  caption: { text, ...(formatted !== undefined && { formatted }) },
});
const fileWith = (text: string): Deed => ({ kind: 'file', file, caption: { text } });
const does = async (deed: Deed) => {
  await chat.does(deed);
  return chat.sees();
};

describe('words below a photo', () => {
  it('answer the question for words, which is not asked any more', async () => {
    await chat.says('/edaran');
    expect(await does(photoOf('a', 'Rapat besok', '[b]Rapat[/b] besok'))).toContain(
      '<i>Tulisannya sudah kami simpan.</i>\n\nMana fotonya?\nSudah ada 1 foto.',
    );
    await chat.taps('Selesai');
    await chat.does({ kind: 'file', file });
    expect(chat.sees()).toContain('Tulisan: <b>[b]Rapat[/b] besok</b>');
  });

  it('are said not to be kept when there are words already, and may be given at the summary', async () => {
    await chat.says('/edaran');
    await does(photoOf('a', 'Rapat besok'));
    expect(await does(photoOf('b', 'Rapat lusa'))).toContain(
      '<i>Tulisan yang baru dikirim tidak dipakai; yang dipakai tetap “Rapat besok”. Di ringkasan, tulisannya dapat diganti dengan Ubah Tulisan.</i>',
    );
    expect(await does(photoOf('c', 'Rapat besok'))).not.toContain('tidak dipakai');
  });

  it('are said not to be kept where the form has no place for them', async () => {
    await chat.goes(...untilPhotos);
    expect(await does(photoOf('a', 'Hari kedua'))).toContain(
      '<i>Tulisan yang menyertainya tidak ikut disimpan.</i>\n\nAda foto?\nSudah ada 1 foto.',
    );
  });
});

describe('words below a photo that cannot be taken', () => {
  const tooLong = 'Rapat *besok pagi di aula';

  it('are explained at once, shown for copying, and taken when they come again', async () => {
    await chat.says('/edaran');
    expect(await does(photoOf('a', tooLong))).toContain(
      `<i>Terlalu panjang. Silakan kirim tulisannya sekali lagi.</i>\n\nTulisan tadi (ketuk untuk menyalin):\n<code>${tooLong}</code>\n\nMana fotonya?\nSudah ada 1 foto.`,
    );
    expect(await chat.says('Rapat besok')).toContain('Tulisannya sudah kami simpan.');
  });
});

describe('words below one photo of an album', () => {
  const inAlbum = (uniqueId: string, text: string): Deed =>
    ({ ...photoOf(uniqueId, text), album: 'x' }) as Deed;

  it('stay in sight with what is said of them, while the others arrive', async () => {
    await chat.says('/edaran');
    await does(inAlbum('a', 'Rapat besok'));
    expect(await chat.sendsPhoto('b', 'x')).toContain(
      '<i>Tulisannya sudah kami simpan.</i>\n\nMana fotonya?\nSudah ada 2 foto.',
    );
    await does(inAlbum('c', 'Rapat lusa'));
    expect(await chat.sendsPhoto('d', 'x')).toContain(
      '<i>Tulisannya sudah kami simpan. Tulisan yang baru dikirim tidak dipakai; yang dipakai tetap “Rapat besok”. Di ringkasan, tulisannya dapat diganti dengan Ubah Tulisan. Paling banyak 3 foto, jadi foto selebihnya tidak ikut.</i>',
    );
    expect(await chat.sendsPhoto('e', 'y')).not.toContain('Rapat besok');
  });
});

describe('Kosongkan foto', () => {
  it('forgets the words that came below the photos, and takes those of the next', async () => {
    await chat.says('/edaran');
    await does(photoOf('a', 'Rapat besok'));
    expect(await chat.taps('Kosongkan foto')).toContain(
      '<i>Tulisan yang menyertai fotonya ikut dikosongkan.</i>\n\nMana fotonya?',
    );
    expect(await does(photoOf('b', 'Rapat lusa'))).toContain('Tulisannya sudah kami simpan.');
    await chat.taps('Selesai');
    await chat.does({ kind: 'file', file });
    expect(chat.sees()).toContain('Tulisan: <b>Rapat lusa</b>');
  });

  it('keeps words that were typed by themselves', async () => {
    await chat.says('/edaran');
    await chat.says('Rapat besok');
    await chat.sendsPhoto('a');
    expect(await chat.taps('Kosongkan foto')).not.toContain('dikosongkan.');
    expect(await does(photoOf('b', 'Rapat lusa'))).toContain('yang dipakai tetap “Rapat besok”');
  });

  it('after Ubah gives both back with Kembali', async () => {
    await chat.says('/edaran');
    await does(photoOf('a', 'Rapat besok'));
    await chat.taps('Selesai');
    await chat.does({ kind: 'file', file });
    await chat.goes('<Ubah Foto>', '<Kosongkan foto>', '<Kembali>');
    expect(chat.sees()).toContain('Foto: <b>1 foto</b>');
    expect(chat.sees()).toContain('Tulisan: <b>Rapat besok</b>');
  });
});

describe('words below a file', () => {
  beforeEach(async () => {
    await chat.says('/edaran');
    await chat.sendsPhoto('a');
    await chat.taps('Selesai');
  });

  it('answer the question for words', async () => {
    expect(await does(fileWith('Surat edaran'))).toContain(
      '<i>Tulisannya sudah kami simpan.</i>\n\nFoto: <b>1 foto</b>\nBerkas: <b>surat.pdf</b>\nTulisan: <b>Surat edaran</b>',
    );
  });

  it('that cannot be taken are asked again, with the reason alone, and are shown for copying', async () => {
    const said = await does(fileWith('Surat edaran tentang rapat besok'));
    expect(said).toContain(
      '<i>Terlalu panjang. Silakan kirim tulisannya sekali lagi.</i>\n\nTulisan tadi (ketuk untuk menyalin):\n<code>Surat edaran tentang rapat besok</code>\n\nApa bunyinya?',
    );
    expect(said).not.toContain('sudah kami simpan');
  });

  it('make way for those of another file', async () => {
    await does(fileWith('Surat lama'));
    await chat.taps('Ubah Berkas');
    expect(await does(fileWith('Surat baru'))).toContain('Tulisan: <b>Surat baru</b>');
  });

  it('may be written before it', async () => {
    expect(await chat.says('Surat edaran')).toContain(
      '<i>Tulisannya sudah kami simpan.</i>\n\nMana berkasnya?',
    );
    await chat.does({ kind: 'file', file });
    expect(chat.sees()).toContain('Tulisan: <b>Surat edaran</b>');
  });
});

describe('what is forwarded', () => {
  it('answers a question that takes it, words below it too', async () => {
    await chat.says('/edaran');
    await chat.does({ kind: 'other', what: 'forwarded', of: photoOf('a', 'Dari pusat') });
    expect(await chat.taps('Selesai')).toContain('Mana berkasnya?');
    await chat.does({ kind: 'other', what: 'forwarded', of: { kind: 'file', file } });
    expect(chat.sees()).toContain('Tulisan: <b>Dari pusat</b>');
  });

  it('answers no other question', async () => {
    await chat.goes('/usul');
    await chat.does({ kind: 'other', what: 'forwarded', of: { kind: 'text', text: 'Lampu' } });
    expect(chat.sees()).toContain('pesan terusan belum dapat kami baca');
    expect(chat.memory.drafts[0]?.heard).toEqual({});
  });
});

describe('words at the summary', () => {
  it('change nothing, and lead to the buttons', async () => {
    await chat.goes('/usul', 'Lampu', 'Kipas');
    expect(chat.sees()).toContain(
      '<i>Mohon maaf, di ringkasan ini jawaban diubah dengan tombol. Silakan ketuk Ubah pada bagian yang ingin diganti.</i>\n\nUsul: <b>Lampu</b>',
    );
  });
});
