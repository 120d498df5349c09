import { changedSettings } from '../../src/domain/changed-settings';

describe('changedSettings', () => {
  it('lays a change over what is there', () => {
    const kept = { activeDays: 90, escalation: { manager: 0, head: 7 } };
    expect(changedSettings(kept, { activeDays: 60, escalation: { head: 9 } })).toEqual({
      activeDays: 60,
      escalation: { manager: 0, head: 9 },
    });
  });

  it('takes back what is null, also within a group', () => {
    const kept = { activeDays: 90, newDays: 180, escalation: { manager: 0, head: 7 } };
    expect(changedSettings(kept, { newDays: null, escalation: { head: null } })).toEqual({
      activeDays: 90,
      escalation: { manager: 0 },
    });
  });

  it('leaves alone what is undefined', () => {
    expect(changedSettings({ activeDays: 90 }, { activeDays: undefined })).toEqual({
      activeDays: 90,
    });
  });

  it('replaces lists whole', () => {
    expect(changedSettings({ days: [1, 2, 3] }, { days: [4] })).toEqual({ days: [4] });
  });

  it('leaves what it was given as it was', () => {
    const kept = { escalation: { head: 7 } };
    changedSettings(kept, { escalation: { head: 9 } });
    expect(kept).toEqual({ escalation: { head: 7 } });
  });
});
