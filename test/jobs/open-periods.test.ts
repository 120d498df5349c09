import { cast } from '../../src/cast';
import { afterAnswer } from '../../src/board/after-answer';
import { wholeReach } from '../../src/domain/rights';
import { day } from '../domain/support/days';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';

let home: BotAtHome;
// The evening of the last day of a month; the bot is alive and then down over midnight.
beforeEach(async () => {
  home = await botAtHome('2026-12-31T09:00:00Z');
  const registeredAt = new Date('2026-10-01T01:00:00Z');
  await home.store.collection('institutions').updateMany({}, { $set: { registeredAt } });
  await home.playTo('2026-12-31T10:00:00Z');
});
afterEach(() => home.stop());

const december = () => home.world.expectations.of('bina-iman', '2026-12');
const january = () => home.world.expectations.of('bina-iman', '2027-01');
const downUntil = (at: string) => home.clock.set(at);

describe('a period whose end passes while the bot is down', () => {
  it('is met on time by an answer that was waiting, although nobody has noticed the outage yet', async () => {
    downUntil('2026-12-31T23:00:00Z');
    await home.restart();
    await home.as(cast.hamdan).goes('/nihil', '<Peserta belum cukup>', '<Lewati>', '<Kirim>');
    await home.playTo('2027-01-01T01:00:00Z');
    expect(await december()).toMatchObject({ state: 'nil', onTime: true });
    expect(await january()).toMatchObject({ state: 'expected' });
  });

  it('does not swallow a report about the new one that was waiting as well', async () => {
    downUntil('2027-01-02T23:00:00Z');
    await home.restart();
    const institution = (await home.world.institutions.one('bina-iman', wholeReach))!;
    const answering = { institution, kind: 'report', at: home.clock.now() } as const;
    await afterAnswer({ ...answering, on: day('2027-01-02') }, home.world);
    await home.playTo('2027-01-03T00:00:00Z');
    expect(await january()).toMatchObject({ state: 'reported', onTime: true });
    expect(await december()).toMatchObject({ state: 'expected' });
  });

  it('stays open for as long as was left of it', async () => {
    downUntil('2026-12-31T23:00:00Z');
    await home.restart();
    await home.playTo('2027-01-01T00:00:00Z');
    // Six hours were left, from 18.00 to midnight: now they begin at 07.00.
    expect(await december()).toMatchObject({
      state: 'expected',
      deadlineAt: new Date('2027-01-01T05:00:00Z'),
    });
    await home.as(cast.hamdan).goes('/nihil', '<Peserta belum cukup>', '<Lewati>', '<Kirim>');
    expect(await december()).toMatchObject({ state: 'nil', onTime: true });
  });

  it('is missed by those who do not answer then either', async () => {
    downUntil('2026-12-31T23:00:00Z');
    await home.restart();
    await home.playTo('2027-02-01T01:00:00Z');
    expect(await december()).toMatchObject({ state: 'missed' });
  });
});

it('counts an answer after the books were closed for the new period only', async () => {
  await home.playTo('2027-01-02T01:00:00Z');
  const institution = (await home.world.institutions.one('bina-iman', wholeReach))!;
  const at = home.clock.now();
  await afterAnswer({ institution, kind: 'nil', at, on: day('2027-01-02') }, home.world);
  expect(await december()).toMatchObject({ state: 'missed' });
  expect(await january()).toMatchObject({ state: 'nil' });
});
