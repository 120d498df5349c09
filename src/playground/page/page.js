import { act, follow, read } from './api.js';
import { drawChat, endWaiting, failed, loadChat, noteTyping, takeChange, toEnd } from './chat.js';
import { readClock } from './clock.js';
import { clearComposer, drawComposer, unfoldKeyboard, write } from './composer.js';
import { byId } from './element.js';
import { alertBox, toast } from './notice.js';
import { drawPeople } from './people.js';
import { popup } from './popup.js';
import { groupById, markRead, personById, state, topicIn } from './state.js';

/** Reads who is there and what was said last. */
async function refresh() {
  const { now: at, ...rest } = await read('/sim/overview');
  Object.assign(state, rest, { now: Date.parse(at), fetchedAt: performance.now() });
  draw();
}

function draw() {
  drawPeople(open);
  if (state.chatId === undefined) return;
  drawComposer();
}

/** Opens a chat as a person, and remembers it in the address. */
function open(personId, chatId) {
  if (!personById(personId)) return;
  state.personId = personId;
  state.chatId = chatId;
  state.messages = [];
  history.replaceState(null, '', `#${personId}${chatId === personId ? '' : `:${chatId}`}`);
  byId('app').dataset.view = 'chat';
  clearComposer();
  void loadChat().then(() => draw(), failed);
}

function openFromAddress() {
  const [personId, chatId = personId] = location.hash.slice(1).split(':').map(Number);
  if (personById(personId) && (personId === chatId || groupById(chatId))) open(personId, chatId);
}

function onChange(change) {
  const { kind, chatId } = change;
  if (kind === 'toast') return onToast(change);
  if (kind === 'typing') return noteTyping(chatId);
  if (kind === 'clock') return onClock();
  if (kind === 'people' || kind === 'commands')
    return void refresh().then(() => state.chatId && drawChat(), failed);
  if (kind !== 'message' && kind !== 'edited' && kind !== 'deleted') return undefined;
  if (change.message?.from.isBot) delete state.typingUntil[chatId];
  noteLast(change);
  if (chatId === state.chatId) {
    if (change.message?.keyboard) unfoldKeyboard();
    takeChange(change);
    if (!document.hidden) markRead(chatId);
    drawComposer();
    // A keyboard takes room from below, where the newest message stands.
    if (change.message?.keyboard) toEnd();
  }
  drawPeople(open);
  return undefined;
}

/** A moved clock makes other days of the days in the list. */
function onClock() {
  void readClock().then(() => drawPeople(open), failed);
}

/** Keeps the list on the left up to date without asking again. */
function noteLast({ kind, chatId, messageId, message }) {
  const chat = (state.chats[chatId] ??= { fromBot: [] });
  if (kind === 'message') {
    chat.last = message;
    if (message.from.isBot) chat.fromBot.push(messageId);
  }
  if (kind === 'edited' && chat.last?.id === messageId) chat.last = message;
  if (kind === 'deleted') {
    chat.fromBot = chat.fromBot.filter((id) => id !== messageId);
    if (chat.last?.id === messageId) void refresh().catch(failed);
  }
}

function onToast({ personId, toast: answer }) {
  endWaiting(answer.queryId);
  if (personId !== state.personId) return;
  if (answer.url) window.open(answer.url, '_blank', 'noreferrer');
  if (answer.text === '') return;
  if (answer.alert) alertBox(answer.text);
  else toast(answer.text);
}

function moreMenu({ currentTarget }) {
  const person = personById(state.personId);
  const group = groupById(state.chatId);
  const { personId, chatId } = state;
  const doing = (label, name, fields = {}, danger = false) => ({
    label,
    danger,
    act: () => act(name, { personId, chatId, ...fields }).catch(failed),
  });
  const ask = (label, name, field, before) => ({
    label,
    act() {
      const said = prompt(label, before)?.trim();
      if (said) act(name, { personId, chatId, [field]: said }).catch(failed);
    },
  });
  if (!group) {
    const block = person.blocked ? ['Buka blokir bot', 'unblocks'] : ['Blokir bot', 'blocks'];
    return popup([doing(...block, {}, !person.blocked)], currentTarget);
  }
  const isThere = group.bot === 'member' || group.bot === 'administrator';
  return popup(
    [
      ...(isThere
        ? [
            group.bot === 'member'
              ? doing('Jadikan bot admin', 'addsBot', { asAdmin: true })
              : doing('Turunkan bot jadi anggota', 'addsBot'),
            doing('Keluarkan bot', 'removesBot', {}, true),
          ]
        : [doing('Tambahkan bot', 'addsBot')]),
      doing(group.muted ? 'Izinkan menulis' : 'Larang menulis', 'mutes', { on: !group.muted }),
      ask('Ganti nama grup', 'renamesGroup', 'title', group.title),
      ...(chatId > -1_000_000_000_000
        ? [doing('Jadikan supergrup', 'upgradesGroup')]
        : [ask('Buat topik', 'opensTopic', 'name', ''), ...topicItems(group, doing)]),
    ],
    currentTarget,
  );
}

/** Where in a forum one writes, and the end of a topic. */
function topicItems({ id, topics = [] }, doing) {
  const write = (topic) => ({
    label: `Tulis di topik ${topic?.name ?? 'umum'}`,
    act() {
      state.topics[id] = topic?.id;
      drawChat();
    },
  });
  const here = topicIn(id);
  return [
    ...(here ? [write(undefined)] : []),
    ...topics.filter((topic) => topic !== here).map(write),
    ...topics.map((topic) =>
      doing(`Hapus topik ${topic.name}`, 'deletesTopic', { topic: topic.id }, true),
    ),
  ];
}

byId('more').onclick = moreMenu;
byId('back').onclick = () => {
  byId('app').dataset.view = 'list';
  state.chatId = undefined;
  history.replaceState(null, '', ' ');
  drawPeople(open);
};
byId('lightbox').onclick = ({ currentTarget }) => currentTarget.close();
addEventListener('person', () => open(state.personId, state.chatId));
addEventListener('own-chat', () => {
  if (state.chatId !== state.personId) open(state.personId, state.personId);
});
addEventListener('share', ({ detail: { words, isHere, anchor } }) => {
  const typed = `@${state.bot.username} ${words}`;
  if (isHere) return write(typed);
  const { personId } = state;
  const into = (label, chatId) => ({
    label,
    act: () => {
      open(personId, chatId);
      write(typed);
    },
  });
  const groups = state.groups.filter(({ members }) => members.includes(personId));
  return popup(
    [
      { label: 'Bagikan ke mana?' },
      ...groups.map(({ id, title }) => into(title, id)),
      into(state.bot.name, personId),
    ],
    anchor,
  );
});
addEventListener('hashchange', openFromAddress);
document.addEventListener('visibilitychange', () => {
  if (document.hidden || state.chatId === undefined) return;
  markRead(state.chatId);
  drawPeople(open);
});

let isFirst = true;
follow(
  async () => {
    byId('offline').hidden = true;
    await Promise.all([refresh(), readClock()]).catch(failed);
    if (state.chatId === undefined && isFirst) openFromAddress();
    else if (state.chatId !== undefined) await loadChat().catch(failed);
    isFirst = false;
  },
  onChange,
  () => (byId('offline').hidden = false),
);
