import { defaultPolicy } from '../../src/domain/policy';
import { layeredPolicy } from '../../src/domain/policy-layers';

describe('layeredPolicy', () => {
  it('is the default policy without any layer', () => {
    expect(layeredPolicy([]).policy).toEqual(defaultPolicy);
    expect(layeredPolicy([{}, {}]).policy).toEqual(defaultPolicy);
  });

  it('lets the later layer win', () => {
    const layers = [{ activeDays: 60, newDays: 100 }, { activeDays: 70 }];
    expect(layeredPolicy(layers).policy).toMatchObject({ activeDays: 70, newDays: 100 });
  });

  it('leaves out a layer that makes no sense upon those below it, and says why', () => {
    const [below, senseless, above] = [{ passiveDays: 100 }, { activeDays: 150 }, { newDays: 9 }];
    const { policy, leftOut } = layeredPolicy([below, senseless, above]);
    expect(policy).toEqual({ ...defaultPolicy, passiveDays: 100, newDays: 9 });
    expect([...leftOut.keys()]).toEqual([senseless]);
    expect(leftOut.get(senseless)?.[0]).toContain('Batas aktif');
  });

  it('takes a layer that makes sense only together with the one below it', () => {
    const { policy, leftOut } = layeredPolicy([{ passiveDays: 400 }, { activeDays: 300 }]);
    expect(policy).toMatchObject({ activeDays: 300, passiveDays: 400 });
    expect(leftOut.size).toBe(0);
  });
});
