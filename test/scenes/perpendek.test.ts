import { cast } from '../../src/cast';
import { visitorOf } from '../../src/conversation/visitor-of';
import { wholeReach } from '../../src/domain/rights';
import { perpendek } from '../../scenes/perpendek';
import { day } from '../domain/support/days';
import { type BotAtHome, botAtHome } from '../support/bot-at-home';

let home: BotAtHome;
// Monday 23 November 2026; Bina Iman enters a leave from today, of which the office is told.
beforeEach(async () => {
  home = await botAtHome();
  const hamdan = home.as(cast.hamdan);
  await hamdan.goes('/libur', '<Hari ini>', '10 Desember 2026', '<Ujian>', '<Kirim>');
});
afterEach(() => home.stop());

const ends = async () => (await home.world.leaves.of('bina-iman'))[0]?.to;

describe('two officers who shorten one leave', () => {
  it('at the same moment: one does, the other is told what holds now', async () => {
    const [ratna, joko] = [home.as(cast.ratna), home.as(cast.joko)];
    await ratna.goes('<Perpendek>', '5 Desember 2026');
    await joko.goes('<Perpendek>', '1 Desember 2026');
    home.telegram.taps(ratna.id, ratna.id, ratna.sees().id, 'Kirim');
    home.telegram.taps(joko.id, joko.id, joko.sees().id, 'Kirim');
    await ratna.settled();
    await joko.settled();
    const to = await ends();
    expect(['2026-12-05', '2026-12-01']).toContain(to);
    const [winner, other] = to === '2026-12-05' ? [ratna, joko] : [joko, ratna];
    const on = to === '2026-12-05' ? '5 Desember 2026' : '1 Desember 2026';
    expect(winner.sees().text).toContain('Libur Bina Iman sekarang berakhir');
    expect(winner.sees().text).toContain(on);
    expect(other.sees().text).toContain(on);
  });

  it('at the very same moment: the one whose write came second is offered to do it again', async () => {
    const { world, clock } = home;
    const leave = (await world.leaves.of('bina-iman'))[0]!;
    const institution = (await world.institutions.one('bina-iman', wholeReach))!;
    const from = { id: cast.ratna.id, name: 'Ratna' };
    const visitor = await visitorOf(world, from, false, clock.now());
    await world.leaves.shorten(leave, day('2026-12-01'), 'JOKO');
    const card = await perpendek.finish({
      ...{ id: 'FORM', answers: { last: day('2026-12-05') }, facts: { leave, institution } },
      ...{ own: new Set<string>(), visitor, world },
    });
    expect(card.text.markup).toContain('baru saja diubah petugas lain dan sekarang berakhir');
    expect(card.text.markup).toContain('1 Desember 2026');
    expect(card.buttons).toEqual([[{ label: 'Perpendek lagi', data: `perpendek:${leave.id}` }]]);
    expect(await ends()).toBe('2026-12-01');
  });

  it('one after the other: who comes too late is asked again about what holds now', async () => {
    const [ratna, joko] = [home.as(cast.ratna), home.as(cast.joko)];
    await ratna.goes('<Perpendek>', '5 Desember 2026');
    await joko.goes('<Perpendek>', '1 Desember 2026', '<Kirim>');
    await ratna.taps('Kirim');
    expect(ratna.sees().text).toContain('sekarang sampai');
    expect(ratna.sees().text).toContain('1 Desember 2026');
    await ratna.goes('28 November 2026', '<Kirim>');
    expect(ratna.sees().text).toContain('28 November 2026');
    expect(await ends()).toBe('2026-11-28');
  });

  it('when it was withdrawn meanwhile: is told so kindly', async () => {
    const ratna = home.as(cast.ratna);
    await ratna.goes('<Perpendek>', '5 Desember 2026');
    const [leave] = await home.world.leaves.of('bina-iman');
    await home.world.leaves.withdraw(leave!.id, 'HAMDAN');
    await ratna.taps('Kirim');
    expect(ratna.sees().text).toContain('libur itu tidak ditemukan');
  });
});
