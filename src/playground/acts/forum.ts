import { groupChat, isSupergroup } from '../chats';
import type { Group } from '../ground';
import { addMessage, replaceMessage } from '../messages';
import type { Stage } from '../stage';
import { inTopic } from '../topics';
import { groupNamed, personNamed, tellBot } from './speak';

/** Opens a forum topic in a supergroup and returns its id. */
export function opensTopic(stage: Stage, personId: number, groupId: number, name: string): number {
  const { ground } = stage;
  const group = groupNamed(ground, groupId);
  if (!isSupergroup(groupId)) throw new Error(`The group ${group.title} is no supergroup.`);
  const from = personNamed(ground, personId).user;
  const content = { forum_topic_created: { name } };
  const kept = addMessage(ground, { chat: groupChat(group), from, content });
  const { message_id: id } = kept.message;
  const message = { ...kept.message, ...inTopic(id) };
  replaceMessage(ground, { ...kept, message });
  keepTopics(stage, { ...group, topics: [...(group.topics ?? []), { id, name }] });
  tellBot(stage, 'message', message);
  return id;
}

/** Deletes a forum topic; what stands in it stays visible here, but nobody can write there any more. */
export function deletesTopic(stage: Stage, groupId: number, topicId: number): void {
  const group = groupNamed(stage.ground, groupId);
  const topics = (group.topics ?? []).filter(({ id }) => id !== topicId);
  keepTopics(stage, { ...group, topics });
}

function keepTopics({ ground }: Stage, group: Group): void {
  ground.groups.set(group.id, group);
  ground.changes.tell({ kind: 'people' });
}

/** Gives a group another title. */
export function renamesGroup(
  stage: Stage,
  personId: number,
  groupId: number,
  title: string,
): number | undefined {
  const { ground } = stage;
  const group = { ...groupNamed(ground, groupId), title };
  const from = personNamed(ground, personId).user;
  ground.groups.set(groupId, group);
  ground.changes.tell({ kind: 'people' });
  const content = { new_chat_title: title };
  const { message } = addMessage(ground, { chat: groupChat(group), from, content });
  return tellBot(stage, 'message', message).updateId;
}
