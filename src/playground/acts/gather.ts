import { groupChat, isSupergroup } from '../chats';
import type { Group, Membership } from '../ground';
import { setBlocked, setMembership } from '../membership';
import { addMessage } from '../messages';
import type { Stage } from '../stage';
import type { Content, User } from '../wire';
import { groupNamed, personNamed } from './speak';

/** Blocks the bot. */
export const blocks = (stage: Stage, personId: number): number | undefined =>
  setBlocked(stage, personNamed(stage.ground, personId), true);

/** Unblocks the bot. */
export const unblocks = (stage: Stage, personId: number): number | undefined =>
  setBlocked(stage, personNamed(stage.ground, personId), false);

/** Deletes the person's account, or brings it back. */
export function deactivates(stage: Stage, personId: number, deactivated = true): void {
  const { ground } = stage;
  ground.people.set(personId, { ...personNamed(ground, personId), deactivated });
  ground.changes.tell({ kind: 'people' });
}

/** Adds the bot to a group, or gives it another rank there. */
export function addsBot(
  stage: Stage,
  personId: number,
  groupId: number,
  rank: 'member' | 'administrator' = 'member',
): void {
  const { user } = personNamed(stage.ground, personId);
  const group = groupNamed(stage.ground, groupId);
  const isNew = group.bot === 'left' || group.bot === 'kicked';
  setMembership(stage, group, rank, user);
  if (isNew) serve(stage, group, user, { new_chat_members: [stage.ground.bot] });
}

/** Removes the bot from a group. */
export function removesBot(
  stage: Stage,
  personId: number,
  groupId: number,
  to: Membership = 'kicked',
): void {
  const { user } = personNamed(stage.ground, personId);
  setMembership(stage, groupNamed(stage.ground, groupId), to, user);
}

/** Forbids members, and so the bot, to write in a group, or allows it again. */
export function mutes(stage: Stage, groupId: number, muted: boolean): void {
  stage.ground.groups.set(groupId, { ...groupNamed(stage.ground, groupId), muted });
  stage.ground.changes.tell({ kind: 'people' });
}

/** Leaves a group. */
export function leaves(stage: Stage, personId: number, groupId: number): void {
  const { user } = personNamed(stage.ground, personId);
  const group = groupNamed(stage.ground, groupId);
  const members = group.members.filter((id) => id !== personId);
  stage.ground.groups.set(groupId, { ...group, members });
  serve(stage, group, user, { left_chat_member: user });
  stage.ground.changes.tell({ kind: 'people' });
}

/** Joins a group. */
export function joins(stage: Stage, personId: number, groupId: number): void {
  const { user } = personNamed(stage.ground, personId);
  const group = groupNamed(stage.ground, groupId);
  if (group.members.includes(personId)) return;
  stage.ground.groups.set(groupId, { ...group, members: [...group.members, personId] });
  serve(stage, group, user, { new_chat_members: [user] });
  stage.ground.changes.tell({ kind: 'people' });
}

/** Turns a group into a supergroup and returns its new id. */
export function upgradesGroup(stage: Stage, groupId: number): number {
  const { ground } = stage;
  const group = groupNamed(ground, groupId);
  if (isSupergroup(groupId) || group.migratedTo !== undefined) {
    throw new Error(`The group ${group.title} is a supergroup already.`);
  }
  const upgraded = { ...group, id: groupId - 1_000_000_000_000 };
  const owner = personNamed(ground, group.members[0] ?? 0).user;
  ground.groups.set(upgraded.id, upgraded);
  ground.groups.set(groupId, { ...group, migratedTo: upgraded.id });
  serve(stage, group, owner, { migrate_to_chat_id: upgraded.id });
  serve(stage, upgraded, owner, { migrate_from_chat_id: groupId });
  ground.changes.tell({ kind: 'people' });
  return upgraded.id;
}

/** Adds a message that Telegram itself writes into a group. */
function serve({ ground, queue }: Stage, group: Group, from: User, content: Content): void {
  const { message } = addMessage(ground, { chat: groupChat(group), from, content });
  const isThere = ['member', 'administrator'].includes(groupNamed(ground, group.id).bot);
  if (isThere) queue.add('message', message, `chat ${group.id}`);
}
