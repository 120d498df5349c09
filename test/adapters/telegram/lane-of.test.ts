import type { Update } from 'telegraf/types';
import { laneOf } from '../../../src/adapters/telegram/lane-of';

const lane = (fields: object) => laneOf({ update_id: 1, ...fields } as Update);
const from = { id: 1001, is_bot: false, first_name: 'Hamdan' };
const home = { id: 1001, type: 'private' };
const group = { id: -4001, type: 'group' };

describe('the lane of an update', () => {
  it('is the person’s for everything in their private chat', () => {
    const message = { message_id: 1, chat: home, from };
    const lanes = [
      { message },
      { edited_message: message },
      { callback_query: { id: '1', from, message } },
      { callback_query: { id: '1', from } },
      { my_chat_member: { chat: home, from } },
    ].map(lane);
    expect(new Set(lanes)).toEqual(new Set(['person:1001']));
  });

  it.each(['group', 'supergroup', 'channel'])('is the chat’s in a %s', (type) => {
    const message = { message_id: 1, chat: { ...group, type }, from };
    expect(lane({ message })).toBe('chat:-4001');
    expect(lane({ callback_query: { id: '1', from, message } })).toBe('chat:-4001');
  });

  it('is nobody’s for an update that is about nobody', () => {
    expect(lane({ poll: {} })).toBe('nobody');
    expect(lane({})).toBe('nobody');
  });
});
