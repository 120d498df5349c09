import type { Ground } from './ground';
import type { Content } from './wire';

/** Whether a group has this forum topic. */
export const hasTopic = (ground: Ground, chatId: number, topicId: number): boolean =>
  ground.groups.get(chatId)?.topics?.some(({ id }) => id === topicId) === true;

/** What a message in a forum topic says of that; nothing in the general one. */
export const inTopic = (topicId: number | undefined): Content =>
  topicId === undefined ? {} : { message_thread_id: topicId, is_topic_message: true };
