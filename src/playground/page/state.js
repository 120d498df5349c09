/** What the page knows; every drawing reads from here. */
export const state = {
  now: Date.now(),
  fetchedAt: performance.now(),
  clockMoving: false,
  bot: { id: 0, name: '', username: '' },
  people: [],
  groups: [],
  chats: {},
  /** Who one acts as, and which chat is open. */
  personId: undefined,
  chatId: undefined,
  /** The forum topic one writes in, by group. */
  topics: {},
  messages: [],
  typingUntil: {},
  waitingQueries: new Map(),
};

export const personById = (id) => state.people.find((person) => person.id === id);
export const groupById = (id) => state.groups.find((group) => group.id === id);

/** The forum topic one writes in there, unless it was deleted. */
export const topicIn = (chatId) =>
  groupById(chatId)?.topics?.find(({ id }) => id === state.topics[chatId]);

/** The time of the playground, moving on between two answers of it. */
export const now = () => new Date(state.now + performance.now() - state.fetchedAt);

const key = (chatId) => `dibaca ${chatId}`;

/** How many messages of the bot in a chat nobody has looked at yet. */
export function unread(chatId) {
  const seen = Number(localStorage.getItem(key(chatId)) ?? 0);
  return (state.chats[chatId]?.fromBot ?? []).filter((id) => id > seen).length;
}

export function markRead(chatId) {
  const last = state.chats[chatId]?.last?.id;
  if (last !== undefined) localStorage.setItem(key(chatId), String(last));
}
