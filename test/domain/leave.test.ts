import { leaveOn, leaveReasonLabel, leaveReasons, shortenLeave } from '../../src/domain/leave';
import { day } from './support/days';

const leave = (from: string, to: string) => ({ from: day(from), to: day(to) });

describe('a leave', () => {
  it('holds on its days and on no other', () => {
    const ramadan = leave('2027-02-04', '2027-03-18');
    expect(leaveOn([ramadan], day('2027-02-03'))).toBeUndefined();
    expect(leaveOn([ramadan], day('2027-02-04'))).toBe(ramadan);
    expect(leaveOn([ramadan], day('2027-03-18'))).toBe(ramadan);
    expect(leaveOn([ramadan], day('2027-03-19'))).toBeUndefined();
  });

  it('that lasts longest is named when several hold', () => {
    const [short, long] = [leave('2027-02-01', '2027-02-10'), leave('2027-02-05', '2027-03-01')];
    expect(leaveOn([short, long], day('2027-02-07'))).toBe(long);
    expect(leaveOn([long, short], day('2027-02-07'))).toBe(long);
  });

  it('may be shortened, down to nothing, but not lengthened', () => {
    const ramadan = leave('2027-02-04', '2027-03-18');
    expect(shortenLeave(ramadan, day('2027-03-01'))).toEqual(leave('2027-02-04', '2027-03-01'));
    expect(shortenLeave(ramadan, day('2027-02-04'))).toEqual(leave('2027-02-04', '2027-02-04'));
    expect(shortenLeave(ramadan, day('2027-02-03'))).toBeUndefined();
    expect(shortenLeave(ramadan, day('2027-04-01'))).toBe(ramadan);
  });

  it('has a reason people can read', () => {
    expect(leaveReasonLabel('exams')).toBe('Ujian');
    expect(Object.keys(leaveReasons)).toHaveLength(5);
  });
});
