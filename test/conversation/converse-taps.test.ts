import fc from 'fast-check';
import { type TinyChat, tinyChat } from './support/tiny-chat';
import { acara, papan, untilPhotos, usul } from './support/tiny-forms';

let chat: TinyChat;
let tiny: ReturnType<typeof acara>;
beforeEach(() => {
  tiny = acara();
  chat = tinyChat([tiny.form, usul, papan], 'manager');
});

const passed =
  'Tombol ini dari pertanyaan yang sudah lewat. Silakan lanjutkan dari pertanyaan terbaru.';

describe('a button', () => {
  it('changes the message it stands under, and sends no other', async () => {
    await chat.goes('/acara', '<Kelas>', '<Kembali>', '<Rapat>');
    expect(chat.count()).toBe(1);
    expect(chat.toast).toBeUndefined();
  });

  it('whose message Telegram no longer tells is answered with a new message', async () => {
    await chat.says('/acara');
    await chat.does({ kind: 'tap', data: chat.dataOf('Kelas') });
    expect(chat.count()).toBe(2);
    expect(chat.sees()).toContain('Apa topiknya?');
  });

  it('tapped twice counts once', async () => {
    await chat.says('/acara');
    const kelas = chat.dataOf('Kelas');
    await chat.forges(kelas);
    expect(await chat.forges(kelas)).toContain('Apa topiknya?');
    expect(chat.toast).toBe(passed);
  });

  it('Kirim tapped twice saves once, and says that it is saved', async () => {
    await chat.goes('/acara', '<Rapat>', '16', '12', '<Lewati>', '<Lewati>');
    const send = chat.dataOf('Kirim');
    await chat.forges(send);
    const receipt = chat.sees();
    expect(await chat.forges(send)).toBe(receipt);
    expect(chat.toast).toBe('Isian ini sudah selesai dan tersimpan. Terima kasih.');
    expect(tiny.sent).toHaveLength(1);
  });

  it('Batal tapped twice says that it is given up', async () => {
    await chat.says('/acara');
    const drop = chat.dataOf('Batal');
    await chat.forges(drop);
    await chat.forges(drop);
    expect(chat.toast).toBe('Isian ini sudah dibatalkan.');
  });

  it('of an earlier question does nothing', async () => {
    await chat.goes('/acara', '<Rapat>', '16', '12');
    const before = chat.memory;
    await chat.taps('Kembali', 1);
    expect([chat.toast, chat.memory]).toEqual([passed, before]);
  });

  it('of an earlier summary does nothing while a question is open', async () => {
    await chat.goes('/usul', 'Lampu', 'lagi');
    await chat.taps('Ubah Usul', 2);
    expect(chat.sees(2)).toContain('Apa usulnya?');
    await chat.taps('Kirim usul', 1);
    expect(chat.toast).toBe(passed);
    expect(chat.sees(1)).toContain('[Kirim usul]');
  });

  it('of a form that ended long ago is no longer valid', async () => {
    await chat.says('/usul');
    const drop = chat.dataOf('Batal');
    for (let n = 0; n < 31; n += 1) await chat.goes('/usul', '<Batal>');
    await chat.forges(drop);
    expect(chat.toast).toContain('sudah tidak berlaku');
  });

  it('without a meaning says nothing at all', async () => {
    await chat.says('/acara');
    const acts = await chat.does({
      kind: 'tap',
      data: chat.dataOf('Kelas').replace('=kelas', 'none'),
    });
    expect([acts, chat.toast]).toEqual([[], undefined]);
  });

  it('opens a page and hands on what it carries', async () => {
    await chat.goes('/papan 1', '<Lagi>');
    expect(chat.sees()).toBe('Papan 2:b\n[Lagi]');
    expect(chat.count()).toBe(1);
  });
});

describe('forged button data', () => {
  const onSort = (does: string) => `f:${chat.memory.open ?? ''}:sort:${does}`;

  it.each(['=pesta', '=', '=constructor'])('cannot give the answer %s', async (does) => {
    await chat.says('/acara');
    expect(await chat.forges(onSort(does))).toContain('silakan pilih dari tombol');
  });

  it.each(['skip', 'done', 'clear', 'change', 'send'])('cannot %s a question', async (does) => {
    await chat.says('/acara');
    const before = chat.memory;
    await chat.forges(onSort(does));
    expect([chat.toast, chat.memory]).toEqual([passed, before]);
  });

  it('cannot go back from the first question', async () => {
    await chat.says('/acara');
    await chat.forges(onSort('back'));
    expect(chat.toast).toBe('Ini pertanyaan pertama.');
  });

  it.each(['p9999', 'm2026-13', 'm0000-00', 'm9999-12'])('may look at %s', async (does) => {
    await chat.says('/acara');
    expect(await chat.forges(onSort(does))).toContain('[Kelas] [Rapat]');
  });

  it.each(['constructor', 'photos', '-', '__proto__'])('cannot change %s', async (step) => {
    await chat.goes('/usul', 'Lampu');
    await chat.forges(`f:${chat.memory.open ?? ''}:${step}:change`);
    expect(chat.sees()).toContain('[Kirim usul]');
    expect(chat.toast).toMatch(/yang sudah lewat|sudah tidak berlaku/u);
  });

  it('cannot touch the form of another chat', async () => {
    const other = tinyChat([tiny.form], 'manager');
    await other.says('/acara');
    await chat.says('/usul');
    await chat.forges('f:ZZZZZZZZZZ:sort:=kelas');
    expect(chat.toast).toContain('sudah tidak berlaku');
    expect(chat.memory.drafts).toHaveLength(1);
  });

  it('cannot open what is not for this person, and the try is written down', async () => {
    chat.becomes();
    await chat.says('/papan');
    expect(await chat.forges('acara')).toContain('/acara belum tersedia untuk Anda');
    expect(chat.audit).toEqual([
      expect.objectContaining({ did: 'refused', what: '/acara', who: 'stranger' }),
    ]);
    expect(chat.memory.drafts).toEqual([]);
  });

  it.each(['', ':', 'nothing', 'f:x', '__proto__', 'constructor:1'])(
    'of no known shape is told so, and changes nothing: %j',
    async (data) => {
      await chat.says('/papan');
      expect(await chat.forges(data)).toContain('Papan');
      expect(chat.toast).toContain('sudah tidak berlaku');
    },
  );
});

type Lived = string | { tap: number; of: number } | { photo: string } | { forged: string };

describe('whatever people do', () => {
  const deeds: fc.Arbitrary<Lived> = fc.oneof(
    { weight: 6, arbitrary: fc.record({ tap: fc.nat(), of: fc.nat(3) }) },
    {
      weight: 3,
      arbitrary: fc.constantFrom('16', '12', '20', 'Word', '/acara', '/usul', '/batal'),
    },
    { weight: 1, arbitrary: fc.record({ photo: fc.constantFrom('a', 'b', 'c', 'd') }) },
    { weight: 1, arbitrary: fc.record({ forged: fc.string({ maxLength: 64 }) }) },
  );

  async function live(one: TinyChat, deed: Lived): Promise<void> {
    if (typeof deed === 'string') await one.says(deed);
    else if ('photo' in deed) await one.sendsPhoto(deed.photo);
    else if ('forged' in deed) await one.does({ kind: 'tap', data: deed.forged });
    else await tapSomething(one, deed.tap, deed.of);
  }

  async function tapSomething(one: TinyChat, which: number, back: number): Promise<void> {
    const at = Math.max(0, one.count() - 1 - back);
    const labels = [...one.sees(at).matchAll(/\[([^\]]+)\]/gu)].map(([, label]) => label ?? '');
    const label = labels[which % Math.max(1, labels.length)];
    if (label !== undefined) await one.taps(label, at);
  }

  it('the bot answers every deed, saves each form once, and remembers no more than it can store', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deeds, { maxLength: 60 }), async (given) => {
        const { form, sent } = acara();
        const one = tinyChat([form, usul, papan], 'manager');
        await one.goes(...untilPhotos);
        for (const deed of given) await live(one, deed);
        expect(new Set(sent.map(({ id }) => id)).size).toBe(sent.length);
        for (const { answers } of sent) {
          expect(answers['stayed']).toBeLessThanOrEqual(Number(answers['first']));
          expect(answers['sort'] === 'kelas').toBe('topic' in answers);
        }
      }),
      { numRuns: 60 },
    );
  });
});
