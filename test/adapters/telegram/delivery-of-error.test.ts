import { TelegramError } from 'telegraf';
import {
  deliveryOfError,
  isGone,
  isUnchanged,
} from '../../../src/adapters/telegram/delivery-of-error';

const refusal = (error_code: number, description: string, parameters?: { retry_after?: number }) =>
  new TelegramError({ error_code, description, ...(parameters ? { parameters } : {}) });

describe('what an error means for a message', () => {
  it.each([
    [403, 'Forbidden: bot was blocked by the user'],
    [403, 'Forbidden: user is deactivated'],
    [403, 'Forbidden: bot was kicked from the supergroup chat'],
    [403, 'Forbidden: bot is not a member of the channel chat'],
    [403, "Forbidden: bot can't initiate conversation with a user"],
    [400, 'Bad Request: chat not found'],
    [400, 'Bad Request: CHAT_WRITE_FORBIDDEN'],
    [400, 'Bad Request: not enough rights to send text messages to the chat'],
    [400, 'Bad Request: have no rights to send a message'],
    [403, 'Forbidden: the group chat was deactivated'],
    [400, "Bad Request: can't parse entities"],
    [403, 'Forbidden: something new'],
  ])('is never for %i %s', (code, description) => {
    expect(deliveryOfError(refusal(code, description), 1).is).toBe('never');
  });

  it('says in short why it is never', () => {
    const blocked = refusal(403, 'Forbidden: bot was blocked by the user');
    expect(deliveryOfError(blocked, 1)).toEqual({
      is: 'never',
      why: 'bot was blocked by the user',
    });
  });

  it('is later, after as long as Telegram asks for', () => {
    const flood = refusal(429, 'Too Many Requests: retry after 37', { retry_after: 37 });
    expect(deliveryOfError(flood, 9)).toMatchObject({ is: 'later', waitSeconds: 37 });
    expect(deliveryOfError(refusal(429, 'Too Many Requests'), 3)).toMatchObject({ waitSeconds: 8 });
  });

  it.each([500, 502, 503])('is later when Telegram itself fails with %i', (code) => {
    expect(deliveryOfError(refusal(code, 'Internal Server Error'), 1)).toMatchObject({
      is: 'later',
      waitSeconds: 2,
    });
  });

  it.each([401, 404])('is much later when the token is refused with %i', (code) => {
    expect(deliveryOfError(refusal(code, 'Unauthorized'), 1)).toMatchObject({
      is: 'later',
      waitSeconds: 300,
    });
  });

  it.each([new Error('socket hang up'), new TypeError('fetch failed'), 'odd', undefined])(
    'is later when Telegram was not reached: %s',
    (error) => {
      expect(deliveryOfError(error, 1)).toEqual({ is: 'later', waitSeconds: 2, why: 'network' });
    },
  );

  it('waits ever longer, up to five minutes', () => {
    const waits = [1, 2, 3, 8, 9, 50, 5000].map((tries) => deliveryOfError(new Error(), tries));
    expect(waits.map((each) => each.is === 'later' && each.waitSeconds)).toEqual([
      2, 4, 8, 256, 300, 300, 300,
    ]);
  });
});

describe('an edit that failed', () => {
  const unchanged = refusal(
    400,
    'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
  );

  it('is told to have changed nothing', () => {
    expect(isUnchanged(unchanged)).toBe(true);
    expect(isUnchanged(refusal(400, 'Bad Request: message to edit not found'))).toBe(false);
    expect(isUnchanged(new Error('message is not modified'))).toBe(false);
  });

  it.each([
    'Bad Request: message to edit not found',
    "Bad Request: message can't be edited",
    'Bad Request: MESSAGE_ID_INVALID',
  ])('is told to have found no message: %s', (description) => {
    expect(isGone(refusal(400, description))).toBe(true);
    expect(isGone(new Error(description))).toBe(false);
  });

  it('is not told to be gone when it only changed nothing', () => {
    expect(isGone(unchanged)).toBe(false);
  });
});
