import { type TinyChat, tinyChat } from './support/tiny-chat';
import { acara, untilPhotos, usul } from './support/tiny-forms';

let chat: TinyChat;
let tiny: ReturnType<typeof acara>;
beforeEach(() => {
  tiny = acara();
  chat = tinyChat([tiny.form, usul], 'manager');
});

describe('a form', () => {
  it('is played from its first question to what it saves', async () => {
    const seen = [
      await chat.says('/acara'),
      await chat.taps('Kelas'),
      await chat.says(' Word '),
      await chat.says('16'),
      await chat.says('12'),
      await chat.taps('Lewati'),
      await chat.sendsPhoto('a'),
      await chat.taps('Selesai'),
      await chat.taps('Kirim'),
    ];
    expect(seen).toEqual([
      '<b>Acara</b> · langkah 1\n\nAcara apa?\n[Kelas] [Rapat]\n[Batal]',
      '<b>Acara</b> · 2 dari 6\n\nApa topiknya?\n[Kembali] [Batal]',
      '<b>Acara</b> · 3 dari 6\n\nBerapa yang datang?\n[Kembali] [Batal]',
      '<b>Acara</b> · 4 dari 6\n\nBerapa yang bertahan?\n[Kembali] [Batal]',
      '<b>Acara</b> · 5 dari 6\n\nAda catatan?\n[Kembali] [Lewati] [Batal]',
      '<b>Acara</b> · 6 dari 6\n\nAda foto?\n[Kembali] [Lewati] [Batal]',
      '<b>Acara</b> · 6 dari 6\n\nAda foto?\nSudah ada 1 foto. Silakan kirim lagi, atau ketuk Selesai.\n[Selesai] [Kosongkan foto]\n[Kembali] [Batal]',
      [
        '<b>Acara</b> · ringkasan\n',
        'Jenis: <b>Kelas</b>',
        'Topik: <b>Word</b>',
        'Datang: <b>16</b>',
        'Bertahan: <b>12</b>',
        'Catatan: <b>–</b>',
        'Foto: <b>1 foto</b>',
        '\nMohon diperiksa. Bila sudah benar, silakan ketuk Kirim.',
        '[Kirim]',
        '[Ubah Jenis] [Ubah Topik]',
        '[Ubah Datang] [Ubah Bertahan]',
        '[Ubah Catatan] [Ubah Foto]',
        '[Kembali] [Batal]',
      ].join('\n'),
      expect.stringMatching(/^Tersimpan [0-9A-Z]{10}$/u),
    ]);
    expect(tiny.sent).toEqual([
      {
        id: expect.stringMatching(/^[0-9A-Z]{10}$/u),
        answers: {
          sort: 'kelas',
          topic: 'Word',
          first: 16,
          stayed: 12,
          note: undefined,
          photos: [{ fileId: 'file-a', uniqueId: 'a' }],
        },
      },
    ]);
    expect(chat.memory).toMatchObject({ drafts: [], ended: [{ how: 'sent' }] });
  });

  it('says why an answer cannot be read, and asks again', async () => {
    expect(await chat.goes('/acara', '<Rapat>', 'banyak & ramai')).toBe(
      '<b>Acara</b> · 2 dari 5\n\n<i>Mohon maaf, angkanya belum terbaca. Misalnya: 16.</i>\n\nBerapa yang datang?\n[Kembali] [Batal]',
    );
  });

  it('takes a choice that was typed, in any case', async () => {
    expect(await chat.goes('/acara', ' rapat')).toContain('Berapa yang datang?');
  });

  it('asks the last question again on Kembali, back to the first', async () => {
    await chat.goes('/acara', '<Kelas>', 'Word', '<Kembali>');
    expect(chat.sees()).toContain('Apa topiknya?');
    expect(await chat.taps('Kembali')).toContain('Acara apa?');
    expect(chat.sees()).not.toContain('Kembali');
    expect(await chat.goes('<Kelas>')).toContain('Apa topiknya?');
  });

  it('asks the last question again when Kembali is tapped at the summary', async () => {
    await chat.goes('/usul', 'Lampu baru');
    expect(await chat.taps('Kembali')).toContain('Apa usulnya?');
  });

  it('skips only what may be skipped', async () => {
    expect(await chat.goes('/acara', '<Rapat>', '16', '12')).toContain('[Lewati]');
    await chat.goes('<Kembali>');
    expect(chat.sees()).not.toContain('[Lewati]');
    await chat.forges(chat.dataOf('Kembali').replace('back', 'skip'));
    expect(chat.sees()).toContain('Berapa yang bertahan?');
  });

  it.each(['<Batal>', '/batal'])('is given up by %s, and nothing is saved', async (word) => {
    await chat.goes('/acara', '<Rapat>', word);
    expect(chat.sees()).toBe('Isian Acara dibatalkan. Tidak ada yang tersimpan.');
    expect(chat.memory).toMatchObject({ drafts: [], ended: [{ how: 'dropped' }] });
    expect(await chat.says('16')).toContain('belum menangkap maksudnya');
    expect(tiny.sent).toEqual([]);
  });

  it('names its own word for sending', async () => {
    expect(await chat.goes('/usul', 'Lampu baru')).toContain('silakan ketuk Kirim usul.');
    expect(await chat.taps('Kirim usul')).toBe('Terima kasih.');
  });

  it('shows the summary again when something is typed there', async () => {
    await chat.goes('/usul', 'Lampu baru', 'kirim');
    expect(chat.sees()).toContain('Usul: <b>Lampu baru</b>');
  });

  it('shows what people typed as they typed it', async () => {
    expect(await chat.goes('/usul', '<b>Lampu</b> & kabel')).toContain(
      'Usul: <b>&lt;b&gt;Lampu&lt;/b&gt; &amp; kabel</b>',
    );
  });

  it('stops kindly when it can no longer go on', async () => {
    let open = true;
    const closing = acara(() => open);
    const other = tinyChat([closing.form], 'manager');
    await other.goes('/acara', '<Rapat>', '16');
    open = false;
    expect(await other.says('12')).toBe('Mohon maaf, acaranya sudah ditutup.');
    expect(other.memory.drafts).toEqual([]);
    expect(await other.says('/acara')).toBe('Mohon maaf, acaranya sudah ditutup.');
  });

  it.each(['12', '<Kembali>'])('stops when the right to it is lost, at %s', async (word) => {
    await chat.goes('/acara', '<Rapat>', '16');
    chat.becomes();
    expect(await chat.goes(word)).toContain('tidak tersedia lagi');
    expect(chat.memory.drafts).toEqual([]);
  });
});

describe('Ubah', () => {
  const atSummary = [...untilPhotos, '<Lewati>'] as const;

  it('asks one answer again and returns to the summary', async () => {
    await chat.goes(...atSummary);
    expect(await chat.taps('Ubah Topik')).toContain('Apa topiknya?');
    expect(await chat.says('Excel')).toContain('Topik: <b>Excel</b>');
    expect(chat.sees()).toContain('[Kirim]');
  });

  it('brings the answer back on Kembali', async () => {
    await chat.goes(...atSummary, '<Ubah Jenis>');
    expect(chat.sees()).toContain('[Kembali]');
    await chat.says('pesta');
    expect(await chat.taps('Kembali')).toContain('Jenis: <b>Kelas</b>');
    expect(await chat.taps('Kirim')).toContain('Tersimpan');
  });

  it('of the fork asks what the other way needs, and forgets what it does not', async () => {
    await chat.goes(...atSummary, '<Ubah Jenis>', '<Rapat>');
    expect(chat.sees()).not.toContain('Topik');
    await chat.taps('Kirim');
    expect(tiny.sent[0]?.answers).not.toHaveProperty('topic');
  });

  it('of the fork asks the questions that are new', async () => {
    await chat.goes('/acara', '<Rapat>', '16', '12', '<Lewati>', '<Lewati>');
    expect(await chat.goes('<Ubah Jenis>', '<Kelas>')).toContain('Apa topiknya?');
    expect(await chat.says('Word')).toContain('[Kirim]');
  });

  it('of an answer asks a later one again that no longer fits, and says why', async () => {
    expect(await chat.goes(...atSummary, '<Ubah Datang>', '10')).toContain(
      '<i>Mohon maaf, yang datang hanya 10.</i>\n\nBerapa yang bertahan?',
    );
    expect(await chat.says('9')).toContain('Bertahan: <b>9</b>');
    await chat.taps('Kirim');
    expect(tiny.sent[0]?.answers).toMatchObject({ first: 10, stayed: 9 });
  });

  it('of what was skipped can be skipped again', async () => {
    await chat.goes(...atSummary, '<Ubah Catatan>', '<Lewati>');
    expect(chat.sees()).toContain('Catatan: <b>–</b>');
  });
});
