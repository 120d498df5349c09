import { nextSending, sendingAt, slotOf, textLimit } from '../../src/domain/announcement';
import { oncePerChat, recipientIn, messageKey } from '../../src/domain/edition';

const zone = 'Asia/Makassar';
const at = (text: string) => new Date(text);
/** 31 January 2027, 09.15 in Tanah Grogot. */
const firstAt = at('2027-01-31T01:15:00Z');

describe('the moments of an announcement', () => {
  it('are one, when it is sent once', () => {
    const once = { firstAt, repeat: 'once', zone } as const;
    expect(slotOf(once, 0)).toEqual(firstAt);
    expect(slotOf(once, 1)).toBeUndefined();
    expect(nextSending(once, at('2027-02-01T00:00:00Z'))).toBeUndefined();
  });

  it('keep the hour of every week', () => {
    const weekly = { firstAt, repeat: 'weekly', zone } as const;
    expect(slotOf(weekly, 2)).toEqual(at('2027-02-14T01:15:00Z'));
  });

  it('are the last day of a month that is shorter', () => {
    const monthly = { firstAt, repeat: 'monthly', zone } as const;
    expect([1, 2, 3].map((n) => slotOf(monthly, n)?.toISOString())).toEqual([
      '2027-02-28T01:15:00.000Z',
      '2027-03-31T01:15:00.000Z',
      '2027-04-30T01:15:00.000Z',
    ]);
  });

  it('keep the day of the zone where it is another one than in Greenwich', () => {
    const early = { firstAt: at('2026-12-31T22:30:00Z'), repeat: 'monthly', zone } as const;
    expect(slotOf(early, 1)).toEqual(at('2027-01-31T22:30:00Z'));
  });

  it('are found from a moment on, the moment itself included', () => {
    const weekly = { firstAt, repeat: 'weekly', zone } as const;
    expect(nextSending(weekly, at('2027-02-07T01:15:00Z'))).toBe(1);
    expect(nextSending(weekly, at('2027-02-07T01:15:01Z'))).toBe(2);
    expect(sendingAt(weekly, at('2027-02-07T01:15:00Z'))).toBe(1);
    expect(sendingAt(weekly, at('2027-02-07T01:16:00Z'))).toBeUndefined();
  });

  it('are none before it is confirmed', () => {
    expect(nextSending({ repeat: 'once', zone }, firstAt)).toBeUndefined();
  });
});

describe('how long the words may be', () => {
  const photo = { fileId: 'a', uniqueId: 'a' };
  it('depends on whether they are a caption', () => {
    expect(textLimit(undefined)).toBe(4096);
    expect(textLimit({ kind: 'photos', photos: [photo] })).toBe(1024);
    expect(textLimit({ kind: 'photos', photos: [photo, photo] })).toBe(4096);
    expect(textLimit({ kind: 'document', fileId: 'a', name: 'a.pdf' })).toBe(1024);
  });
});

describe('recipients', () => {
  it('are written to once a chat, on account of the first institution', () => {
    const twice = [
      { key: '1', chat: 1, person: 'A', institution: 'bina-iman' },
      { key: '1', chat: 1, person: 'A', institution: 'al-ikhsan' },
      { key: '-4', chat: -4 },
    ];
    expect(oncePerChat(twice)).toEqual([twice[0], twice[2]]);
  });

  it('are named by the keys of their messages, in every round', () => {
    expect([0, 1, 2].map((n) => recipientIn(messageKey('A.0', '-4001', n)))).toEqual([
      '-4001',
      '-4001',
      '-4001',
    ]);
  });
});
