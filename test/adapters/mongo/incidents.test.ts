import { asDay } from '../../../src/domain/day';
import type { Handling } from '../../../src/domain/escalation';
import type { FollowUp } from '../../../src/domain/follow-up';
import type { Incidents, KeptIncident } from '../../../src/ports/follow-ups';
import { after, storesAtHome } from '../../support/stores-at-home';

let incidents: Incidents;
let close: () => Promise<void>;
beforeEach(async () => {
  ({ incidents, close } = await storesAtHome());
});
afterEach(() => close());

const fifty = Array.from({ length: 50 }, (_, n) => n);
const anIncident = (change: Partial<KeptIncident> = {}): KeptIncident => ({
  id: 'bina-iman.1',
  institution: 'bina-iman',
  status: 'needs-attention',
  openedAt: after(0),
  zone: 'Asia/Makassar',
  done: [],
  handlings: [],
  ...change,
});
const handling = (by: string, until: string, at = 1): Handling => ({
  by,
  at: after(at),
  until: asDay(until)!,
});
const followUp = (change: Partial<FollowUp> = {}): FollowUp => ({
  action: 'call',
  note: 'Instruktur pindah',
  by: 'RATNA',
  at: after(10),
  ...change,
});
const kept = () => incidents.one('bina-iman.1');

describe('an incident', () => {
  it('is handed back as it was opened', async () => {
    expect(await incidents.open(anIncident())).toEqual(anIncident());
    expect(await kept()).toEqual(anIncident());
    expect(await incidents.openOf('bina-iman')).toEqual(anIncident());
    expect(await incidents.openOf('al-ikhsan')).toBeUndefined();
  });

  it('is the only open one of its institution, however many are opened at once', async () => {
    const opened = await Promise.all(
      fifty.map((n) => incidents.open(anIncident({ id: `bina-iman.${n}` }))),
    );
    expect(new Set(opened.map(({ id }) => id)).size).toBe(1);
    expect(await incidents.openIn(['bina-iman'])).toHaveLength(1);
  });

  it('makes room for the next one when it is closed', async () => {
    await incidents.open(anIncident());
    await incidents.close('bina-iman.1', after(5));
    const next = anIncident({ id: 'bina-iman.2', openedAt: after(6) });
    expect(await incidents.open(next)).toEqual(next);
  });

  it('stays closed when its opening is repeated', async () => {
    await incidents.open(anIncident());
    await incidents.close('bina-iman.1', after(5));
    expect(await incidents.open(anIncident())).toEqual(anIncident({ closedAt: after(5) }));
    expect(await incidents.openOf('bina-iman')).toBeUndefined();
  });

  it('leaves one open at most while many are opened and closed', async () => {
    await Promise.all(
      fifty.map(async (n) => {
        const { id } = await incidents.open(anIncident({ id: `bina-iman.${n}` }));
        await incidents.close(id, after(n));
      }),
    );
    expect(await incidents.openIn(['bina-iman'])).toEqual([]);
  });

  it('is listed with the open ones of many institutions, oldest first', async () => {
    await incidents.open(anIncident());
    await incidents.open(anIncident({ id: 'A', institution: 'al-ikhsan', openedAt: after(-5) }));
    await incidents.open(anIncident({ id: 'D', institution: 'datu-ismail' }));
    const open = await incidents.openIn(['bina-iman', 'al-ikhsan']);
    expect(open.map(({ id }) => id)).toEqual(['A', 'bina-iman.1']);
  });
});

describe('a step of the ladder', () => {
  it('is done once, however many do it', async () => {
    await incidents.open(anIncident());
    const did = await Promise.all(
      fifty.map((n) => incidents.stepDone('bina-iman.1', 'manager', after(n))),
    );
    expect(did.filter(Boolean)).toHaveLength(1);
    const at = after(did.indexOf(true));
    expect((await kept())?.done).toEqual([{ step: 'manager', at }]);
  });

  it('does not keep another one from being done', async () => {
    await incidents.open(anIncident());
    expect(await incidents.stepDone('bina-iman.1', 'manager', after(1))).toBe(true);
    expect(await incidents.stepDone('bina-iman.1', 'officer', after(2))).toBe(true);
    expect((await kept())?.done.map(({ step }) => step)).toEqual(['manager', 'officer']);
  });

  it('is not done any more once the incident is closed', async () => {
    await incidents.open(anIncident());
    await incidents.close('bina-iman.1', after(1));
    expect(await incidents.stepDone('bina-iman.1', 'head', after(2))).toBe(false);
    expect(await incidents.stepDone('NONE', 'head', after(2))).toBe(false);
    expect((await kept())?.done).toEqual([]);
  });
});

describe('taking care', () => {
  it('is kept in the order in which people said so', async () => {
    await incidents.open(anIncident());
    const ratna = handling('RATNA', '2026-12-01');
    const hasan = handling('HASAN', '2026-12-05', 2);
    expect(await incidents.handle('bina-iman.1', ratna)).toBe(true);
    expect(await incidents.handle('bina-iman.1', hasan)).toBe(true);
    expect((await kept())?.handlings).toEqual([ratna, hasan]);
  });

  it('counts once when the same person names the same day again', async () => {
    await incidents.open(anIncident());
    const ratna = handling('RATNA', '2026-12-01');
    await Promise.all(
      fifty.map((n) => incidents.handle('bina-iman.1', { ...ratna, at: after(n) })),
    );
    expect((await kept())?.handlings).toHaveLength(1);
  });

  it('loses nobody when many say so at once', async () => {
    await incidents.open(anIncident());
    const people = fifty.map((n) => handling(`PERSON${n}`, '2026-12-01'));
    const did = await Promise.all(people.map((each) => incidents.handle('bina-iman.1', each)));
    expect(did).not.toContain(false);
    const { handlings } = (await kept())!;
    expect(handlings.map(({ by }) => by).toSorted()).toEqual(people.map(({ by }) => by).toSorted());
  });

  it('is refused once the incident is closed', async () => {
    await incidents.open(anIncident());
    await incidents.close('bina-iman.1', after(1));
    expect(await incidents.handle('bina-iman.1', handling('RATNA', '2026-12-01'))).toBe(false);
    expect((await kept())?.handlings).toEqual([]);
  });
});

describe('closing an incident', () => {
  it('keeps what was done about it', async () => {
    await incidents.open(anIncident());
    expect(await incidents.close('bina-iman.1', after(10), followUp())).toBe(true);
    expect(await kept()).toEqual(anIncident({ closedAt: after(10), followUp: followUp() }));
  });

  it('succeeds for one of many, and again for the same form of that one', async () => {
    await incidents.open(anIncident());
    const close = (n: number, at = 10) =>
      incidents.close('bina-iman.1', after(at), followUp({ by: `PERSON${n}`, at: after(at) }));
    const closed = await Promise.all(fifty.map((n) => close(n)));
    expect(closed.filter(Boolean)).toHaveLength(1);
    expect(await close(closed.indexOf(true), 20)).toBe(true);
    expect((await kept())?.closedAt).toEqual(after(10));
  });

  it('is refused to an officer when it ended by itself', async () => {
    await incidents.open(anIncident());
    expect(await incidents.close('bina-iman.1', after(1))).toBe(true);
    expect(await incidents.close('bina-iman.1', after(2))).toBe(true);
    expect(await incidents.close('bina-iman.1', after(3), followUp())).toBe(false);
    expect(await incidents.close('NONE', after(3))).toBe(false);
  });

  it('is listed by its follow-up, so that its effect can be measured', async () => {
    await incidents.open(anIncident());
    await incidents.close('bina-iman.1', after(10), followUp());
    await incidents.open(anIncident({ id: 'bina-iman.2' }));
    await incidents.close('bina-iman.2', after(11));
    const since = async (from: number) =>
      (await incidents.followedUp(['bina-iman'], after(from))).map(({ id }) => id);
    expect(await since(10)).toEqual(['bina-iman.1']);
    expect(await since(11)).toEqual([]);
    expect(await incidents.followedUp(['al-ikhsan'], after(0))).toEqual([]);
  });
});
