import type { Registration, StepMove } from '../../../src/domain/registration';
import type { Registrations } from '../../../src/ports/registrations';
import { after, storesAtHome } from '../../support/stores-at-home';

let registrations: Registrations;
let close: () => Promise<void>;
beforeEach(async () => {
  ({ registrations, close } = await storesAtHome());
  await registrations.begin('bina-iman', '1');
});
afterEach(() => close());

const aMove = (given: Partial<StepMove> = {}): StepMove => ({
  key: `A2.${given.revision ?? 0}`,
  step: 'A2',
  revision: 0,
  from: 'todo',
  to: 'submitted',
  by: 'hamdan',
  at: after(0),
  ...given,
});
const aTick = (paper: string, there = true) => ({
  ...{ step: 'A3', paper, there },
  ...{ by: 'hamdan', at: after(1) },
});
const now = async () => (await registrations.of('bina-iman'))!;

describe('mongoRegistrations', () => {
  it('begins a registration once, and knows none that was not begun', async () => {
    await registrations.move('bina-iman', aMove());
    await registrations.begin('bina-iman', '2');
    expect((await now()).steps['A2']?.state).toBe('submitted');
    expect(await registrations.of('al-ikhsan')).toBeUndefined();
    expect(await registrations.among(['al-ikhsan', 'bina-iman'])).toHaveLength(1);
  });

  it('writes a change, what was said with it, and its history in one document', async () => {
    const moved = await registrations.move('bina-iman', aMove({ number: '7', note: 'Siap' }));
    expect(moved.came).toBe('moved');
    expect(moved.registration).toMatchObject({
      steps: { A2: { state: 'submitted', revision: 1, number: '7', note: 'Siap', by: 'hamdan' } },
      history: [aMove({ number: '7', note: 'Siap' })],
    });
  });

  it('forgets what a later change does not say any more, except in the history', async () => {
    await registrations.move('bina-iman', aMove({ number: '7', note: 'Siap' }));
    await registrations.move('bina-iman', aMove({ revision: 1, to: 'done', number: '8' }));
    const { steps, history } = await now();
    expect(steps['A2']).toEqual({
      ...{ state: 'done', revision: 2, number: '8' },
      ...{ by: 'hamdan', at: after(0) },
    });
    expect(history.map(({ number }) => number)).toEqual(['7', '8']);
  });

  it('takes a repeat for what it is, and anybody else for too late', async () => {
    await registrations.move('bina-iman', aMove());
    expect((await registrations.move('bina-iman', aMove())).came).toBe('already');
    const other = await registrations.move('bina-iman', aMove({ by: 'ratna', to: 'exempt' }));
    expect(other).toMatchObject({
      came: 'overtaken',
      registration: { steps: { A2: { by: 'hamdan' } } },
    });
  });

  it('lets one of twenty win who change a step at once', async () => {
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        registrations.move('bina-iman', aMove({ key: `${n}`, by: `petugas-${n}`, to: 'done' })),
      ),
    );
    const won = all.flatMap(({ came }, n) => (came === 'moved' ? [`petugas-${n}`] : []));
    expect(won).toHaveLength(1);
    const { steps, history } = await now();
    expect([steps['A2']?.by, steps['A2']?.revision, history.length]).toEqual([won[0], 1, 1]);
  });

  it('lets different steps be changed at once', async () => {
    const steps = Array.from({ length: 20 }, (_, n) => `S${n}`);
    await Promise.all(
      steps.map((step) => registrations.move('bina-iman', aMove({ step, key: step }))),
    );
    expect(Object.keys((await now()).steps).toSorted()).toEqual(steps.toSorted());
  });

  it('sets the path with the step that chooses it', async () => {
    await registrations.move('bina-iman', aMove({ step: 'A5', to: 'done', path: 'tanda_daftar' }));
    expect(await now()).toMatchObject({ path: 'tanda_daftar', steps: { A5: { state: 'done' } } });
  });

  it('ticks papers, also all at once, before and after the step was begun', async () => {
    await Promise.all(
      ['sk', 'nib', 'akta'].map((paper) => registrations.tick('bina-iman', aTick(paper))),
    );
    await registrations.tick('bina-iman', aTick('sk'));
    expect((await now()).steps['A3']?.papers?.toSorted()).toEqual(['akta', 'nib', 'sk']);
    await registrations.move('bina-iman', aMove({ step: 'A3' }));
    await registrations.tick('bina-iman', aTick('nib', false));
    const { state, papers } = (await now()).steps['A3']!;
    expect([state, papers?.toSorted()]).toEqual(['submitted', ['akta', 'sk']]);
  });

  it('ticks nothing any more once the step is closed', async () => {
    await registrations.tick('bina-iman', aTick('sk'));
    await registrations.move('bina-iman', aMove({ step: 'A3', to: 'done' }));
    expect(await registrations.tick('bina-iman', aTick('nib'))).toBe(false);
    expect((await now()).steps['A3']?.papers).toEqual(['sk']);
  });

  it('fits a registration to a new version unless somebody wrote in between', async () => {
    const before = await now();
    const fitted: Registration = { ...before, checklistVersion: '2', aside: {} };
    await registrations.move('bina-iman', aMove());
    expect(await registrations.refit(before, fitted)).toBe(false);
    const { steps } = await now();
    expect(await registrations.refit(await now(), { ...fitted, steps })).toBe(true);
    expect(await now()).toMatchObject({
      checklistVersion: '2',
      steps: { A2: { state: 'submitted' } },
    });
  });
});
