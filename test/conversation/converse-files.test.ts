import { type TinyChat, tinyChat } from './support/tiny-chat';
import { surat, usul } from './support/tiny-forms';

let chat: TinyChat;
beforeEach(() => {
  chat = tinyChat([surat, usul]);
});

const file = { fileId: 'f1', name: 'surat.pdf', bytes: 1200 };
const sendsFile = async () => {
  await chat.does({ kind: 'file', file });
  return chat.sees();
};

describe('a step that takes a file', () => {
  it('shows its name at the summary and hands it to the form', async () => {
    await chat.goes('/surat', '<Camat>');
    expect(await sendsFile()).toContain('Surat: <b>surat.pdf</b>');
    expect(await chat.taps('Kirim')).toContain('surat.pdf untuk Camat');
  });

  it('asks for the file again when words come instead', async () => {
    await chat.goes('/surat', '<Camat>', 'besok ya');
    expect(chat.sees()).toContain(
      '<i>Mohon maaf, di sini yang ditunggu berkas, bukan tulisan.</i>\n\nMana suratnya?',
    );
  });

  it('says that a photo is no file, and how it can be one', async () => {
    await chat.goes('/surat', '<Camat>');
    expect(await chat.sendsPhoto('a')).toContain(
      '<i>Mohon maaf, di sini yang ditunggu berkas, bukan foto. Foto dapat juga dikirim sebagai berkas.</i>\n\nMana suratnya?',
    );
  });

  it('says what it waits for when a sticker comes', async () => {
    await chat.goes('/surat', '<Camat>');
    await chat.does({ kind: 'other', what: 'sticker' });
    expect(chat.sees()).toContain(
      '<i>Mohon maaf, stiker belum dapat kami baca. Di sini yang ditunggu berkas.</i>',
    );
  });

  it('can be changed at the summary', async () => {
    await chat.goes('/surat', '<Camat>');
    await sendsFile();
    await chat.taps('Ubah Surat');
    expect(chat.sees()).toContain('Mana suratnya?');
    await chat.does({ kind: 'file', file: { ...file, name: 'baru.pdf' } });
    expect(chat.sees()).toContain('Surat: <b>baru.pdf</b>');
  });
});

describe('a file nobody asked for', () => {
  it('is declined kindly where words are wanted', async () => {
    await chat.goes('/usul');
    expect(await sendsFile()).toContain('perlu dijawab dengan tulisan atau tombol');
  });

  it('is declined kindly where nothing is asked', async () => {
    expect(await sendsFile()).toContain('kami tidak sedang menunggu berkas');
  });
});

describe('a form that ends with a file', () => {
  it('sends it after the words', async () => {
    await chat.goes('/surat', '<Camat>');
    await sendsFile();
    const acts = await chat.does({ kind: 'tap', data: chat.dataOf('Kirim'), message: 0 });
    expect(acts.map((act) => act.do)).toEqual(['edit', 'file']);
  });
});

describe('answers that are given', () => {
  it('are there when the form begins', async () => {
    expect(await chat.says('/surat Bupati')).toContain('1 dari 1');
    await sendsFile();
    expect(chat.sees()).toContain('Untuk: <b>Bupati</b>\nTembusan: <b>–</b>');
  });

  it('stand below what the form answers to, which every question and the summary say', async () => {
    expect(await chat.says('/surat Bupati')).toContain('Perihal: Bupati\n\nMana suratnya?');
    await sendsFile();
    expect(chat.sees()).toContain('Perihal: Bupati\n\nUntuk:');
  });

  it('can be changed', async () => {
    await chat.says('/surat Bupati');
    await sendsFile();
    await chat.goes('<Ubah Untuk>', '<Lurah>');
    expect(chat.sees()).toContain('Untuk: <b>Lurah</b>');
  });
});

describe('an answer that may mean several things', () => {
  it('offers them, and a tap on one is the answer', async () => {
    await chat.goes('/surat', 'di');
    expect(chat.sees()).toContain('Ada dua.');
    expect(chat.sees()).toContain('[Dinas Tenaga Kerja]');
    expect(chat.sees()).not.toContain('[Camat]');
    await chat.taps('Dinas Sosial');
    await sendsFile();
    expect(chat.sees()).toContain('Untuk: <b>dinsos</b>');
  });
});
