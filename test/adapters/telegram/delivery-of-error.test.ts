import { TelegramError } from 'telegraf';
import {
  deliveryOfError,
  isGone,
  isUnchanged,
} from '../../../src/adapters/telegram/delivery-of-error';

const refusal = (error_code: number, description: string, parameters?: object) =>
  new TelegramError({ error_code, description, ...(parameters ? { parameters } : {}) });

const person = 1001;
const group = -4001;

/** An error as node-fetch throws it. */
const broken = (reason: string, details: object) =>
  Object.assign(new Error(`request to https://api.telegram.org failed, reason: ${reason}`), {
    name: 'FetchError',
    type: 'system',
    ...details,
  });

describe('what an error means for a message', () => {
  it.each([
    [403, 'Forbidden: bot was blocked by the user', person, 'blocked'],
    [403, 'Forbidden: user is deactivated', person, 'deactivated'],
    [403, "Forbidden: bot can't initiate conversation with a user", person, 'never-started'],
    [400, 'Bad Request: chat not found', person, 'never-started'],
    [400, 'Bad Request: chat not found', group, 'gone'],
    [403, 'Forbidden: bot was kicked from the supergroup chat', group, 'left'],
    [403, 'Forbidden: bot is not a member of the group chat', group, 'left'],
    [403, 'Forbidden: the group chat was deleted', group, 'gone'],
    [400, 'Bad Request: group chat was deactivated', group, 'gone'],
    [400, 'Bad Request: CHAT_WRITE_FORBIDDEN', group, 'silenced'],
    [400, 'Bad Request: not enough rights to send text messages to the chat', group, 'silenced'],
    [400, 'Bad Request: need administrator rights in the channel chat', group, 'silenced'],
    [400, 'Bad Request: have no rights to send a message', group, 'silenced'],
  ])('%i %s means that %i is out of reach', (code, description, chat, contact) => {
    expect(deliveryOfError(refusal(code, description), chat)).toMatchObject({
      is: 'never',
      contact,
    });
  });

  it.each([
    [400, 'Bad Request: not enough rights to send photos to the chat'],
    [400, "Bad Request: can't parse entities"],
    [403, 'Forbidden: something new'],
  ])('%i %s is never for this message alone', (code, description) => {
    expect(deliveryOfError(refusal(code, description), group)).toEqual({
      is: 'never',
      why: description,
    });
  });

  it('says in short why it is never', () => {
    const blocked = refusal(403, 'Forbidden: bot was blocked by the user');
    expect(deliveryOfError(blocked, person)).toMatchObject({ why: 'bot was blocked by the user' });
  });

  it('waits as long as Telegram asks for, if it does', () => {
    const flood = refusal(429, 'Too Many Requests: retry after 37', { retry_after: 37 });
    expect(deliveryOfError(flood, person)).toMatchObject({ is: 'flood', waitSeconds: 37 });
    expect(deliveryOfError(refusal(429, 'Too Many Requests'), person)).toEqual({
      is: 'flood',
      why: 'too many requests',
    });
  });

  it('follows a group that became a supergroup', () => {
    const upgraded = refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: -1001,
    });
    expect(deliveryOfError(upgraded, group)).toEqual({ is: 'moved', to: -1001 });
  });

  it.each([500, 502, 503, 401, 404])('is in trouble when Telegram answers %i', (code) => {
    expect(deliveryOfError(refusal(code, 'Oh'), person)).toEqual({ is: 'trouble', why: 'Oh' });
  });

  it.each([
    broken('connect ECONNREFUSED 127.0.0.1:9', { code: 'ECONNREFUSED' }),
    broken('getaddrinfo ENOTFOUND api.telegram.org', { code: 'ENOTFOUND' }),
    broken('getaddrinfo EAI_AGAIN api.telegram.org', { code: 'EAI_AGAIN' }),
    broken('connect ETIMEDOUT 149.154.167.220:443', { code: 'ETIMEDOUT' }),
    broken('', { code: 'ETIMEDOUT' }),
    broken('Client network socket disconnected before secure TLS connection was established', {
      code: 'ECONNRESET',
    }),
  ])('certainly was not sent: $message', (error) => {
    expect(deliveryOfError(error, person).is).toBe('trouble');
  });

  it.each([
    broken('socket hang up', { code: 'ECONNRESET' }),
    broken('read ETIMEDOUT', { code: 'ETIMEDOUT' }),
    Object.assign(new Error('The user aborted a request.'), { name: 'AbortError' }),
    Object.assign(new Error('invalid json response body'), { type: 'invalid-json' }),
  ])('may have been sent: $message', (error) => {
    expect(deliveryOfError(error, person).is).toBe('unsure');
  });

  it.each([new TypeError('text is undefined'), 'odd', undefined])(
    'takes a mistake in the program for one that comes back: %s',
    (error) => {
      expect(deliveryOfError(error, person).is).toBe('never');
    },
  );
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
