import { heartbeat } from '../../src/jobs/heartbeat';
import { type ClockworkAtHome, clockworkAtHome } from '../support/clockwork-at-home';

let home: ClockworkAtHome;
beforeEach(async () => {
  home = await clockworkAtHome();
});
afterEach(() => home.close());

const runs = () => home.store.collection('job-runs').find({ job: 'heartbeat' }).toArray();

describe('the sign of life', () => {
  it('is given every five minutes, also after it was not heard', async () => {
    const heard = [true, false, true];
    let beats = 0;
    const beat = () => Promise.resolve(heard[beats++] ?? true);
    const { running } = home.process({ ...home.newWorld(), heartbeat: beat });
    for (let minute = 0; minute <= 10; minute += 1) {
      await running();
      home.clock.advance(60_000);
    }
    expect(beats).toBe(3);
    expect((await runs()).map(({ did }) => String(did))).toEqual([
      ...['said so', 'was not heard', 'said so'],
    ]);
  });

  it('is not given where nobody listens', async () => {
    await home.process().running();
    expect(await runs()).toEqual([]);
    const { world, clock } = home;
    const look = { scope: 'all', slot: clock.now(), now: clock.now(), late: false, world };
    expect(await heartbeat.run(look)).toEqual({ did: 'no address is set', next: undefined });
  });
});
