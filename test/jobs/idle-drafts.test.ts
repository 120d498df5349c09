import { cast } from '../../src/cast';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { labels } from '../support/seen';

let home: BotAtHome;
// A Monday at 09.00 in Tanah Grogot.
beforeEach(async () => {
  home = await botAtHome('2026-11-23T01:00:00Z');
});
afterEach(() => home.stop());

const begin = ({ id }: { readonly id: number }) =>
  home.as({ id }).goes('/lapor', '<Kelas singkat>', 'Mengetik', '<Hari ini>');
const reminders = async () =>
  (await home.world.sent.ledger(new Date('2026-11-01'), new Date('2027-02-01'))).filter(
    ({ kind }) => kind === 'draft-idle',
  );
const drafts = async (chat: number) => {
  const row = await home.store
    .collection<{ _id: number; memory: { drafts: object[] } }>('chats')
    .findOne({ _id: chat });
  return row?.memory.drafts.length;
};

describe('a form that nobody goes on with', () => {
  it('is told of once, after a day, with the day up to which it is kept', async () => {
    await begin(cast.hamdan);
    await home.playTo('2026-11-24T00:00:00Z');
    expect(await reminders()).toEqual([]);
    await home.playTo('2026-11-29T00:00:00Z');
    const [told, ...more] = await reminders();
    expect(more).toEqual([]);
    expect(told).toMatchObject({ state: 'sent', at: new Date('2026-11-25T00:30:00Z') });
    const message = home.as(cast.hamdan).sees();
    expect(message.text).toContain('Isian Lapor kegiatan Anda masih tersimpan');
    expect(message.text).toContain('30 November 2026');
    expect(labels(message)).toEqual(['Lanjutkan', 'Batal']);
  });

  it('goes on from there as long as it is kept', async () => {
    await begin(cast.hamdan);
    await home.playTo('2026-11-30T08:00:00Z');
    await home.as(cast.hamdan).taps('Lanjutkan');
    expect(home.as(cast.hamdan).sees().text).toContain('Berapa jam pelajaran');
    await home.playTo('2026-12-02T08:00:00Z');
    expect(await drafts(cast.hamdan.id)).toBe(0);
  });

  it('is dropped after a week, and whoever comes back begins anew', async () => {
    await begin(cast.hamdan);
    await home.playTo('2026-12-01T02:00:00Z');
    expect(await drafts(cast.hamdan.id)).toBe(0);
    const hamdan = home.as(cast.hamdan);
    await hamdan.taps('Lanjutkan');
    expect(hamdan.toast()).toContain('sudah kami hapus. Silakan mulai lagi kapan saja.');
    await hamdan.says('/lapor');
    expect(hamdan.sees().text).toContain('Kegiatan apa yang ingin dilaporkan?');
    expect(await reminders()).toHaveLength(1);
  });

  it('is not told of when it was sent in time', async () => {
    await begin(cast.hamdan);
    await home.as(cast.hamdan).goes('8', '10', '6', '<Lewati>', '<Kirim>');
    await home.playTo('2026-12-02T00:00:00Z');
    expect(await reminders()).toEqual([]);
  });

  it('is told of to the office as well', async () => {
    await home.as(cast.ratna).goes('/undang', '<Pengelola>');
    await home.playTo('2026-11-26T00:00:00Z');
    expect(await reminders()).toMatchObject([{ chat: cast.ratna.id, state: 'sent' }]);
  });
});

describe('a form left before a leave', () => {
  it('is not asked about in the leave', async () => {
    await begin(cast.hamdan);
    const hamdan = await home.world.people.byTelegram(cast.hamdan.id);
    await home.world.leaves.add({
      ...{ id: 'REST', institution: 'bina-iman', reason: 'exams', enteredBy: hamdan!.id },
      ...{ from: '2026-11-24' as never, to: '2026-12-10' as never },
      enteredAt: home.clock.now(),
    });
    await home.playTo('2026-12-12T00:00:00Z');
    expect(await reminders()).toEqual([]);
    expect(await drafts(cast.hamdan.id)).toBe(0);
  });
});
