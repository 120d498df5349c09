import { cast } from '../../src/cast';
import { calendarOf } from '../../src/domain/calendar';
import { defaultPolicy } from '../../src/domain/policy';
import { whyNot } from '../../src/domain/sending-window';
import type { SentRow } from '../../src/ports/sent';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';

const zone = 'Asia/Makassar';
const { windows } = defaultPolicy;
const calendar = calendarOf();
const forManagers = { audience: 'manager', restDay: 5, leaves: [], urgent: false } as const;

let home: BotAtHome;
let ledger: readonly SentRow[];
const sent = (kind: SentRow['kind'], chat: number) =>
  ledger.filter((row) => row.kind === kind && row.chat === chat && row.state === 'sent');

// From a Monday at 06.00 to a Friday more than three weeks later; Al Ikhsan reports on 2 December.
beforeAll(async () => {
  home = await botAtHome('2026-11-22T22:00:00Z');
  await home.playTo('2026-12-02T04:00:00Z');
  await home.as(cast.maryam).goes('/nihil', '<Peserta belum cukup>', '<Lewati>', '<Kirim>');
  await home.playTo('2026-12-17T22:00:00Z');
  ledger = await home.world.sent.ledger(new Date('2026-11-01'), new Date('2027-01-01'));
}, 180_000);
afterAll(() => home.stop());

describe('three weeks in which the bot is left alone', () => {
  it('asks every manager once when the period opens', () => {
    for (const { id } of [cast.hamdan, cast.maryam, cast.rahmat])
      expect(sent('check-in', id)).toHaveLength(1);
  });

  it('reminds only those who have not answered, five working days later', () => {
    expect(sent('reminder', cast.maryam.id)).toEqual([]);
    const [reminder] = sent('reminder', cast.hamdan.id);
    expect(reminder?.at.toISOString().slice(0, 10)).toBe('2026-12-08');
  });

  it('stores why the others were not sent', () => {
    const notSent = ledger.filter(({ chat, state }) => chat === cast.maryam.id && state !== 'sent');
    expect(notSent.map(({ kind, why }) => [kind, why])).toEqual([
      ['reminder', 'dibatalkan: sudah lapor'],
    ]);
  });

  it('asks an officer to call after ten working days instead of writing a third time', async () => {
    const tasks = await home.world.tasks.open(['bina-iman', 'al-ikhsan', 'datu-ismail']);
    expect(tasks.map(({ id }) => id).toSorted()).toEqual([
      'call:bina-iman:2026-12',
      'call:datu-ismail:2026-12',
    ]);
  });

  it('writes to managers in their hours only, and at most twice a month', () => {
    for (const { id } of [cast.hamdan, cast.maryam, cast.rahmat]) {
      const rows = ledger.filter(({ chat, state }) => chat === id && state === 'sent');
      expect(rows.length).toBeLessThanOrEqual(defaultPolicy.maxAutomaticPerMonth);
      for (const { at } of rows)
        expect(whyNot(at, { ...forManagers, zone, windows, calendar })).toBeUndefined();
    }
  });

  it('gives each officer a digest at 07.30 of every working day', () => {
    const digests = sent('digest', cast.ratna.id).map(({ at }) => at.toISOString());
    expect(digests).toHaveLength(19);
    for (const at of digests) expect(at.slice(11, 19)).toBe('23:30:00');
  });
});
