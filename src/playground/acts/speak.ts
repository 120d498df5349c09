import { plainFormatted } from '../entities/formatted';
import type { Formatted } from '../entities/parsed';
import { groupChat, privateChat } from '../chats';
import type { Ground, Group, Kept, Person } from '../ground';
import { addMessage, findMessage, replaceMessage, unixTime } from '../messages';
import { originOf, contentOf } from '../methods/copy';
import { present } from '../omit';
import type { Stage } from '../stage';
import { hasTopic, inTopic } from '../topics';
import type { Content, Message } from '../wire';

/** A message that a person has sent; no `updateId` when the bot does not get to see it. */
export interface Said {
  readonly chatId: number;
  readonly messageId: number;
  readonly updateId?: number;
}

export interface Where {
  /** The group; the private chat with the bot when absent. */
  readonly chatId?: number | undefined;
  /** The message it replies to. */
  readonly replyTo?: number | undefined;
  /** The forum topic of the group; that of the message it replies to when absent. */
  readonly topic?: number | undefined;
}

/** Puts a message of a person into a chat and tells the bot, if the bot may see it. */
export function speak(
  stage: Stage,
  personId: number,
  content: Content & Pick<Partial<Message>, 'forward_origin' | 'via_bot' | 'reply_markup'>,
  where: Where = {},
): Said {
  const { ground } = stage;
  const person = personNamed(ground, personId);
  const chatId = where.chatId ?? personId;
  const group = chatId === personId ? undefined : groupOf(ground, person, chatId);
  if (!group) begin(ground, person);
  const replyTo = findMessage(ground, chatId, where.replyTo ?? 0)?.message;
  const chat = group ? groupChat(group) : privateChat(person);
  const topic = topicOf(ground, chatId, where.topic ?? replyTo?.message_thread_id);
  const said = { ...content, ...topic };
  const spoken = { chat, from: person.user, content: said, ...present({ replyTo }) };
  const { message } = addMessage(ground, spoken);
  return tellBot(stage, 'message', message);
}

function topicOf(ground: Ground, chatId: number, topic: number | undefined): Content {
  if (topic !== undefined && !hasTopic(ground, chatId, topic))
    throw new Error(`There is no topic ${topic} in the chat ${chatId}.`);
  return inTopic(topic);
}

/** Queues the update about a message, if the bot may see it. */
export function tellBot(
  { ground, queue }: Stage,
  kind: 'message' | 'edited_message',
  message: Message,
): Said {
  const chatId = message.chat.id;
  const group = ground.groups.get(chatId);
  const isSeen = !group || visible(ground, group, message);
  const updateId = isSeen ? queue.add(kind, message, `chat ${chatId}`) : undefined;
  return { chatId, messageId: message.message_id, ...present({ updateId }) };
}

/** What a person formatted in their app, where a text is sent. */
export interface Written extends Where {
  readonly entities?: readonly unknown[] | undefined;
}

/** Says a text. */
export function says(stage: Stage, personId: number, text: string, where: Written = {}): Said {
  const formatted = plainFormatted(text, where.entities);
  if (formatted.text === '') throw new Error('Nobody can send an empty message.');
  const { entities } = formatted;
  return speak(
    stage,
    personId,
    entities.length === 0 ? { text: formatted.text } : { text: formatted.text, entities },
    where,
  );
}

/** Other words for a message, the private chat's unless told. */
interface Rewritten extends Pick<Written, 'chatId' | 'entities'> {
  readonly text: string;
}

/** Changes the text or caption of a message of one's own. */
export function edits(
  stage: Stage,
  personId: number,
  messageId: number,
  { text, chatId = personId, entities }: Rewritten,
): Said {
  const { ground } = stage;
  const kept = findMessage(ground, chatId, messageId);
  if (kept?.message.from.id !== personId) {
    throw new Error(`Message ${messageId} is not one that ${personId} sent.`);
  }
  const message = {
    ...kept.message,
    ...retold(kept, plainFormatted(text, entities)),
    edit_date: unixTime(ground),
  };
  replaceMessage(ground, { ...kept, message });
  return tellBot(stage, 'edited_message', message);
}

function retold({ message }: Kept, { text, entities }: Formatted): Content {
  return message.text === undefined
    ? { caption: text, caption_entities: entities }
    : { text, entities };
}

/** Forwards a message of any chat on the playground. */
export function forwards(
  stage: Stage,
  personId: number,
  { fromChatId, messageId }: { fromChatId: number; messageId: number },
  where?: Where,
): Said {
  const kept = findMessage(stage.ground, fromChatId, messageId);
  if (!kept) throw new Error(`There is no message ${messageId} in chat ${fromChatId}.`);
  return speak(stage, personId, { ...contentOf(kept.message), ...originOf(kept.message) }, where);
}

/** The person with this id; everyone must be in the cast. */
export function personNamed(ground: Ground, personId: number): Person {
  const person = ground.people.get(personId);
  if (!person) throw new Error(`There is nobody with the id ${personId} on the playground.`);
  return person;
}

/** The group with this id as it is now. */
export function groupNamed(ground: Ground, groupId: number): Group {
  const group = ground.groups.get(groupId);
  if (!group) throw new Error(`There is no group with the id ${groupId} on the playground.`);
  return group;
}

function groupOf(ground: Ground, person: Person, chatId: number): Group {
  const group = groupNamed(ground, chatId);
  if (group.migratedTo !== undefined) {
    throw new Error(`The group has become the supergroup ${group.migratedTo}.`);
  }
  if (!group.members.includes(person.user.id)) {
    throw new Error(`${person.user.first_name} is not in the group ${group.title}.`);
  }
  return group;
}

function begin(ground: Ground, person: Person): void {
  if (person.blocked) {
    throw new Error(`${person.user.first_name} has blocked the bot and must unblock it first.`);
  }
  if (person.started) return;
  ground.people.set(person.user.id, { ...person, started: true });
  ground.changes.tell({ kind: 'people' });
}

/**
 * Privacy mode: in a group the bot sees commands that may be meant for it, replies to it, what was
 * chosen from its inline offers, and service messages; as an administrator it sees everything.
 */
function visible(ground: Ground, group: Group, message: Message): boolean {
  if (group.bot !== 'member') return group.bot === 'administrator';
  const { new_chat_members, left_chat_member, new_chat_title, forum_topic_created } = message;
  const isService = [new_chat_members, left_chat_member, new_chat_title, forum_topic_created].some(
    (service) => service !== undefined,
  );
  const isReply = message.reply_to_message?.from.id === ground.bot.id;
  const isOwnWord = message.via_bot?.id === ground.bot.id;
  return isService || isReply || isOwnWord || isCommand(ground, message);
}

function isCommand(ground: Ground, message: Message): boolean {
  const command = /^\/\w+(?:@(\w+))?/.exec(message.text ?? message.caption ?? '');
  if (!command) return false;
  const addressee = command[1]?.toLowerCase();
  return addressee === undefined || addressee === ground.bot.username?.toLowerCase();
}
