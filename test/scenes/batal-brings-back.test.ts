import { checkInCard } from '../../src/board/check-in-message';
import { cast } from '../../src/cast';
import { wholeReach } from '../../src/domain/rights';
import { periodOf } from '../../src/domain/period';
import type { SeenMessage } from '../../src/playground/playground';
import { day } from '../domain/support/days';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';
import { labels } from '../support/seen';

const { hamdan } = cast;
const five = ['Lapor', 'Nihil', 'Ada kendala', 'Sedang libur', 'Nanti'];

let home: BotAtHome;
let asked = 0;
beforeAll(async () => {
  home = await botAtHome();
}, 60_000);
afterAll(() => home.stop());

/** Sends Hamdan a check-in. */
beforeEach(async () => {
  const { world, clock } = home;
  const person = (await world.people.byTelegram(hamdan.id))!;
  const institution = (await world.institutions.one('bina-iman', wholeReach))!;
  const period = periodOf(day('2026-11-23'), 'monthly');
  const card = checkInCard('opening', institution, period, { person });
  const row = { key: `test:${(asked += 1)}`, kind: 'check-in', chat: hamdan.id } as const;
  await world.outbox.put([{ ...row, act: { do: 'say', card }, at: clock.now() }]);
  await home.as(hamdan).settled();
});

const message = (id: number): SeenMessage =>
  home.telegram.chat(hamdan.id).find((one) => one.id === id)!;

describe('Batal under a message of the bot', () => {
  it.each(['Lapor', 'Nihil', 'Ada kendala', 'Sedang libur'])(
    'gives the check-in its words and buttons back after %s',
    async (button) => {
      const { id, text } = home.as(hamdan).sees();
      await home.as(hamdan).taps(button, id);
      expect(labels(message(id))).not.toContain('Nanti');
      await home.as(hamdan).taps('Batal', id);
      expect(message(id).text).toContain(text);
      expect(message(id).text).toContain('dibatalkan. Tidak ada yang tersimpan.');
      expect(labels(message(id))).toEqual(five);
    },
  );

  it('keeps what is set in bold', async () => {
    const manager = home.as(hamdan);
    const { id, entities } = manager.sees();
    expect(entities).toContainEqual(expect.objectContaining({ type: 'bold' }));
    await manager.taps('Lapor', id);
    await manager.taps('Batal', id);
    expect(message(id).entities).toEqual(expect.arrayContaining([...entities]));
  });

  it('typed as /batal leaves no dead calendar on the check-in either', async () => {
    const manager = home.as(hamdan);
    const { id, text } = manager.sees();
    await manager.taps('Sedang libur', id);
    expect((await manager.says('/batal')).text).toContain('Isian Libur pondok dibatalkan');
    expect(message(id).text).toBe(text);
    expect(labels(message(id))).toEqual(five);
  });

  it('gives it back from a later question too, and after the form was begun anew', async () => {
    const manager = home.as(hamdan);
    const { id, text } = manager.sees();
    await manager.taps('Lapor', id);
    await manager.goes('<Kelas singkat>', 'Mengetik');
    await manager.taps('Batal');
    expect(message(id).text).toBe(text);
    await manager.taps('Nihil', id);
    await manager.taps('Lainnya', id);
    await manager.taps('Kembali', id);
    await manager.taps('Lainnya', id);
    await manager.says('/nihil');
    await manager.taps('Mulai baru');
    await manager.taps('Batal');
    expect(labels(message(id))).toEqual(five);
  });
});
