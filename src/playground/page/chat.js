import { act, read } from './api.js';
import { avatar, byId, element } from './element.js';
import { drawAlbum, drawMessage } from './message.js';
import { toast } from './notice.js';
import { popup } from './popup.js';
import { groupById, markRead, now, personById, state, topicIn } from './state.js';
import { dayOf } from './time.js';

const list = () => byId('messages');
let below = 0;

const isAtEnd = () => list().scrollHeight - list().scrollTop - list().clientHeight < 80;
export const toEnd = () => (list().scrollTop = list().scrollHeight);

/** Reads the open chat anew and draws it. */
export async function loadChat() {
  const { chatId } = state;
  const messages = await read(`/sim/chat?chat=${chatId}`);
  if (chatId !== state.chatId) return;
  state.messages = messages;
  drawChat();
  toEnd();
  markRead(chatId);
}

/** Draws head and messages of the open chat. */
export function drawChat(freshId) {
  drawHead();
  const atEnd = isAtEnd();
  const { scrollTop } = list();
  const nodes = [];
  let day;
  let before;
  for (const together of grouped(state.messages)) {
    const message = together.at(-1);
    const thisDay = dayOf(new Date(message.at));
    if (thisDay !== day) nodes.push(element('div.day', {}, thisDay));
    const follows =
      thisDay === day && before && !before.service && before.from.id === message.from.id;
    const how = { follows, isGroup: state.chatId < 0, isFresh: message.id === freshId };
    nodes.push(
      together.length > 1 ? drawAlbum(together, how, acts) : drawMessage(message, how, acts),
    );
    day = thisDay;
    before = message;
  }
  list().replaceChildren(...(nodes.length > 0 ? nodes : [hello()]));
  restoreWaiting();
  if (atEnd) toEnd();
  else list().scrollTop = scrollTop;
}

/** Messages one by one, but photos of one album together. */
function grouped(messages) {
  const groups = [];
  for (const message of messages) {
    const former = groups.at(-1);
    const isMore =
      message.albumId !== undefined &&
      message.media?.kind === 'photo' &&
      former?.[0].albumId === message.albumId;
    if (isMore) former.push(message);
    else groups.push([message]);
  }
  return groups;
}

const hello = () =>
  element(
    'div.hello',
    {},
    element('b', {}, 'Belum ada pesan'),
    state.chatId < 0
      ? 'Dalam grup, bot hanya melihat perintah dan balasan untuknya.'
      : personById(state.personId)?.started
        ? 'Tulis sesuatu, atau buka Menu untuk melihat perintah bot.'
        : 'Tekan Mulai di bawah. Bot tidak bisa menyapa lebih dulu.',
  );

function drawHead() {
  const person = personById(state.personId);
  const group = groupById(state.chatId);
  const typing = (state.typingUntil[state.chatId] ?? 0) > Date.now();
  const face = group
    ? avatar({ id: group.id, name: group.title, isGroup: true })
    : element('div.avatar', {}, element('img', { src: '/icon.svg', alt: '' }));
  byId('talk-avatar').replaceWith(Object.assign(face, { id: 'talk-avatar' }));
  byId('talk-name').textContent = group ? group.title : state.bot.name;
  const status = byId('talk-state');
  status.textContent = typing
    ? 'mengetik…'
    : group
      ? groupState(group)
      : `bot · @${state.bot.username}`;
  status.classList.toggle('typing', typing);
  byId('acting').replaceChildren(...(group ? actingInGroup(group) : actingAlone(person)));
}

function groupState(group) {
  const isThere = group.bot === 'member' || group.bot === 'administrator';
  const rank = group.bot === 'administrator' ? ', bot admin' : '';
  const topic = topicIn(group.id);
  const where = topic ? ` · topik ${topic.name}` : '';
  return `${group.members.length} anggota${isThere ? rank : ', bot tidak di grup'}${where}`;
}

const actingAlone = (person) => [
  element('span', {}, 'Anda sebagai '),
  element('b', {}, person?.name ?? ''),
  element('span', {}, ` · ${person?.about ?? ''}`),
];

const actingInGroup = (group) => [
  element('span', {}, 'Anda sebagai'),
  ...group.members.map((id) => {
    const chosen = id === state.personId;
    const onclick = () => {
      state.personId = id;
      dispatchEvent(new Event('person'));
    };
    const made = element('button', { type: 'button', onclick }, personById(id)?.name ?? String(id));
    made.setAttribute('aria-pressed', String(chosen));
    return made;
  }),
];

/** Takes a new, edited or deleted message into the open chat. */
export function takeChange(change) {
  const { kind, messageId, message } = change;
  const at = state.messages.findIndex(({ id }) => id === messageId);
  if (kind === 'deleted' && at >= 0) state.messages.splice(at, 1);
  if (kind === 'edited' && at >= 0) state.messages[at] = message;
  if (kind === 'message' && at < 0) state.messages.push(message);
  const wasAtEnd = isAtEnd();
  drawChat(kind === 'message' ? messageId : undefined);
  const isOwn = message?.from.id === state.personId;
  if (kind === 'message' && (wasAtEnd || isOwn)) toEnd();
  else if (kind === 'message') below += 1;
  showBelow();
}

function showBelow() {
  if (isAtEnd()) below = 0;
  byId('to-end').hidden = isAtEnd();
  const count = byId('to-end').querySelector('b');
  count.textContent = below;
  count.hidden = below === 0;
}

/** Keeps the small circle on a tapped button until the bot has answered. */
function restoreWaiting() {
  for (const { messageId, label } of state.waitingQueries.values()) {
    const button = [...document.querySelectorAll(`#m${messageId} .rows button`)].find(
      ({ textContent }) => textContent === label,
    );
    button?.classList.add('waiting');
  }
}

export const failed = (error) => toast(error.message);

const acts = {
  onCommand: (command) =>
    void act('says', { personId: state.personId, chatId: state.chatId, text: command }).catch(
      failed,
    ),
  onLink(url) {
    const ours = new RegExp(`^(https?://)?(t|telegram)\\.me/${state.bot.username}(\\?|$)`, 'i');
    if (!ours.test(url)) return false;
    void act('followsLink', { personId: state.personId, url }).then(
      () => dispatchEvent(new Event('own-chat')),
      failed,
    );
    return true;
  },
  async onTap(message, button, node) {
    if (button.url !== undefined) {
      if (!acts.onLink(button.url)) open(button.url, '_blank', 'noreferrer');
      return;
    }
    const words = button.switch_inline_query ?? button.switch_inline_query_current_chat;
    if (words !== undefined) {
      const isHere = button.switch_inline_query === undefined;
      dispatchEvent(new CustomEvent('share', { detail: { words, isHere, anchor: node } }));
      return;
    }
    if (button.callback_data === undefined) return;
    node.classList.add('waiting');
    const { personId } = state;
    const tap = { personId, chatId: message.chatId, messageId: message.id };
    try {
      const { queryId } = await act('tapsData', { ...tap, data: button.callback_data });
      if (answeredEarly.delete(queryId)) return node.classList.remove('waiting');
      state.waitingQueries.set(queryId, { messageId: message.id, label: button.text });
      setTimeout(() => endWaiting(queryId), 15_000);
    } catch (error) {
      node.classList.remove('waiting');
      failed(error);
    }
  },
  onQuote: (id) => byId(`m${id}`)?.scrollIntoView({ block: 'center', behavior: 'smooth' }),
  onMenu(event, message) {
    event.preventDefault();
    const isOwn = message.from.id === state.personId;
    const personal = {
      personId: state.personId,
      fromChatId: message.chatId,
      messageId: message.id,
    };
    popup(
      [
        { label: 'Balas', act: () => dispatchEvent(new CustomEvent('reply', { detail: message })) },
        { label: 'Salin teks', act: () => navigator.clipboard?.writeText(message.text) },
        ...(isOwn && message.text !== ''
          ? [
              {
                label: 'Ubah',
                act: () => dispatchEvent(new CustomEvent('edit', { detail: message })),
              },
            ]
          : []),
        {
          label: 'Teruskan ke sini',
          act: () => void act('forwards', { ...personal, chatId: state.chatId }).catch(failed),
        },
      ],
      { x: event.clientX, y: event.clientY },
    );
  },
};

/** Answers that came before the tap itself was confirmed. */
const answeredEarly = new Set();

/** Takes the circle off the button that this query came from. */
export function endWaiting(queryId) {
  if (!state.waitingQueries.delete(queryId)) {
    answeredEarly.add(queryId);
    setTimeout(() => answeredEarly.delete(queryId), 5000);
  }
  for (const node of document.querySelectorAll('.rows .waiting')) node.classList.remove('waiting');
  restoreWaiting();
}

/** Shows that the bot is typing, for five seconds or until it speaks. */
export function noteTyping(chatId) {
  state.typingUntil[chatId] = Date.now() + 5000;
  if (chatId !== state.chatId) return;
  drawHead();
  setTimeout(drawHead, 5050);
}

byId('to-end').onclick = toEnd;
list().addEventListener('scroll', showBelow, { passive: true });
