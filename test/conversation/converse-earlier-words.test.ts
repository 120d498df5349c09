import { type TinyChat, tinyChat } from './support/tiny-chat';
import { acara, edaran, usul } from './support/tiny-forms';

let chat: TinyChat;
beforeEach(() => {
  chat = tinyChat([edaran, usul, acara().form], 'manager');
});
const file = { fileId: 'f1', name: 'surat.pdf', bytes: 1200 };
const untilWords = async () => {
  await chat.says('/edaran');
  await chat.sendsPhoto('a');
  await chat.taps('Selesai');
  await chat.does({ kind: 'file', file });
};
const untilSummary = () =>
  chat.goes('/acara', '<Kelas>', 'Word', '16', '12', '<Lewati>', '<Lewati>');

describe('words that are refused', () => {
  it('are shown for copying where they may be long', async () => {
    await untilWords();
    expect(await chat.says('Rapat <b>besok</b> pagi di aula')).toContain(
      '<i>Terlalu panjang.</i>\n\nTulisan tadi (ketuk untuk menyalin):\n<code>Rapat &lt;b&gt;besok&lt;/b&gt; pagi di aula</code>\n\nApa bunyinya?',
    );
  });

  it('are not shown where they are typed again at once', async () => {
    await chat.goes('/acara', '<Kelas>', 'Word', 'banyak');
    expect(chat.sees()).not.toContain('menyalin');
  });

  it('are shown at any question when they are long', async () => {
    const long = 'Yang datang hari ini kira-kira enam belas orang, belum termasuk panitia';
    await chat.goes('/acara', '<Kelas>', 'Word', long);
    expect(chat.sees()).toContain(`<code>${long}</code>`);
  });

  it('are left out where the message has no room for them', async () => {
    await untilWords();
    const said = await chat.says('x'.repeat(4050));
    expect(said).toContain('<i>Terlalu panjang.</i>\n\nApa bunyinya?');
  });
});

describe('Ubah', () => {
  it('says what is changed instead of counting, and shows the present answer', async () => {
    await untilSummary();
    expect(await chat.taps('Ubah Jenis')).toContain(
      '<b>Acara</b> · ubah Jenis\n\nJawaban sekarang: <b>Kelas</b>\n\nAcara apa?',
    );
    await chat.taps('Kembali');
    expect(await chat.taps('Ubah Datang')).toContain(
      '· ubah Datang\n\nJawaban sekarang: <b>16</b>\n\nBerapa yang datang?',
    );
    await chat.taps('Kembali');
    expect(await chat.taps('Ubah Topik')).toContain('Jawaban sekarang: <code>Word</code>');
    await chat.taps('Kembali');
    expect(await chat.taps('Ubah Catatan')).toContain('· ubah Catatan\n\nAda catatan?');
  });

  it('shows a text for copying, and the refused one instead once there is one', async () => {
    await untilWords();
    await chat.says('Rapat besok');
    expect(await chat.taps('Ubah Tulisan')).toContain(
      '· ubah Tulisan\n\nTulisan sekarang (ketuk untuk menyalin):\n<code>Rapat besok</code>\n\nApa bunyinya?',
    );
    const said = await chat.says('Rapat besok pagi di aula');
    expect(said).toContain('<code>Rapat besok pagi di aula</code>');
    expect(said).not.toContain('Tulisan sekarang');
  });

  it('names the present file', async () => {
    await untilWords();
    await chat.says('Rapat besok');
    expect(await chat.taps('Ubah Berkas')).toContain('Jawaban sekarang: <b>surat.pdf</b>');
  });
});

describe('a text that Telegram cut in two', () => {
  const long = 'x'.repeat(4_050);

  it('is kept as far as its first part, and the rest is said to be left out', async () => {
    await chat.goes('/usul', long);
    expect(await chat.says('dan sisanya')).toContain(
      '<i>Tulisan yang sangat panjang dibagi Telegram menjadi beberapa pesan, dan yang tersimpan hanya bagian pertamanya. Lanjutannya tidak ikut; bila perlu, mohon tulisannya diringkas dan diganti lewat Ubah di ringkasan.</i>',
    );
  });

  it('that was refused is not taken by its rest', async () => {
    await untilWords();
    await chat.says(long);
    expect(await chat.says('dan sisanya')).toContain(
      'Lanjutannya ini tidak kami simpan; mohon tulisannya diringkas, lalu dikirim lagi.',
    );
    expect(chat.memory.drafts[0]?.heard).not.toHaveProperty('text');
  });

  it('is forgotten after a minute, or once something else was done', async () => {
    await chat.goes('/usul', long);
    chat.now = new Date(chat.now.getTime() + 61_000);
    expect(await chat.says('Lampu')).toContain('diubah dengan tombol');
    await chat.goes('/usul', '<Mulai baru>', long, '<Ubah Usul>');
    expect(await chat.says('Lampu')).toContain('Usul: <b>Lampu</b>');
  });
});
