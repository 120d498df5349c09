import { version } from '../../package.json';
import { cast } from '../../src/cast';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';

const { hamdan, ratna, joko, sari } = cast;

// A Monday, 09.00 in Tanah Grogot.
let home: BotAtHome;
beforeAll(async () => {
  home = await botAtHome();
}, 60_000);
afterAll(() => home.stop());

const line = async (words: string) => {
  const { text } = await home.as(joko).says('/sistem');
  return text.split('\n').find((each) => each.includes(words));
};

describe('/sistem', () => {
  it('tells an admin what runs and since when', async () => {
    const { text } = await home.as(joko).says('/sistem');
    expect(text).toContain(`BLK Aktif ${version}`);
    expect(text).toContain('Berjalan sejak: 23 Nov 2026 09.00');
    expect(text).toContain('Penyimpanan: bawaan');
    expect(text).toContain('• menyapa pengelola: belum pernah');
  });

  it('says when each job ran last, and marks one that failed since', async () => {
    await home.playTo('2026-11-23T01:05:00Z');
    expect(await line('menyapa pengelola')).toBe('• menyapa pengelola: 23 Nov 2026 09.00');
    const failed = { job: 'check-in', scope: 'bina-iman', state: 'failed', late: false, did: 'x' };
    const at = new Date('2026-11-23T01:04:00Z');
    const slot = new Date('2026-11-23T01:03:30Z');
    await home.world.appointments.settle({ ...failed, state: 'failed', at, slot }, undefined);
    expect(await line('menyapa pengelola')).toBe(
      '⚠️ menyapa pengelola: 23 Nov 2026 09.00, gagal 23 Nov 2026 09.04',
    );
  });

  it('counts what waits, what could not be handled, and what failed', async () => {
    const at = home.clock.now();
    await home.store.collection<{ _id: number }>('inbox').insertOne({
      ...{ _id: 1, lane: 'x', body: {}, state: 'aside', notBefore: at, at },
    });
    await home.world.outbox.put([
      {
        ...{ key: 'later', kind: 'reminder', chat: 1001, at },
        ...{ notBefore: new Date('2027-01-01T00:00:00Z') },
        act: { do: 'say', card: { text: 'x' as never } },
      },
    ]);
    // The command that asks does not wait: it is being answered.
    expect(await line('Pesan masuk')).toBe('Pesan masuk menunggu: 0, tidak dapat diproses: 1');
    const { later } = (await home.world.health.counts(at)).messages;
    expect(await line('Pesan keluar')).toContain(`terjadwal: ${later},`);
    expect(later).toBeGreaterThanOrEqual(1);
  });

  it('shows who did what, newest first, page by page, without what was said', async () => {
    for (let n = 0; n < 12; n += 1)
      await home.world.audit.note({
        ...{ id: `deed ${n}`, who: 'stranger', did: 'refused', what: `report ${n}` },
        at: new Date(home.clock.now().getTime() + n * 60_000),
      });
    await home.as(joko).says('/sistem');
    const first = await home.as(joko).taps('Catatan tindakan');
    expect(first.text.split('\n')[1]).toMatch(/· seseorang · ditolak: report 11$/u);
    expect((await home.as(joko).taps('›')).text).toContain('report 0');
  });

  it.each([hamdan, ratna, sari])('is for admins alone', async (member) => {
    await home.as(member).says('/saya');
    await home.as(member).forges('sistem:a0');
    await home.as(member).says('/sistem');
    expect(
      home
        .as(member)
        .chat()
        .some(({ text }) => text.includes('Catatan tindakan')),
    ).toBe(false);
    expect(
      home
        .as(member)
        .chat()
        .some(({ text }) => text.includes('Penyimpanan')),
    ).toBe(false);
  });
});
