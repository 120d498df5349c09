import { avatar, byId, element } from './element.js';
import { now, state, unread } from './state.js';
import { briefly } from './time.js';

/** Draws the list of people and groups; `open(personId, chatId)` is called on a tap. */
export function drawPeople(open) {
  const sections = new Map();
  for (const person of state.people) {
    const heading = person.section ?? 'Orang';
    sections.set(heading, [...(sections.get(heading) ?? []), person]);
  }
  const nodes = [...sections].flatMap(([heading, people]) => [
    element('div.section', {}, heading),
    ...people.map((person) => entry(person, () => open(person.id, person.id))),
  ]);
  const groups = state.groups.map((group) =>
    entry({ ...group, name: group.title, isGroup: true, about: groupAbout(group) }, () =>
      open(group.members.includes(state.personId) ? state.personId : group.members[0], group.id),
    ),
  );
  if (groups.length > 0) nodes.push(element('div.section', {}, 'Grup'), ...groups);
  const list = byId('people');
  const { scrollTop } = list;
  list.replaceChildren(...nodes);
  list.scrollTop = scrollTop;
  const total = Object.keys(state.chats).reduce((sum, id) => sum + unread(id), 0);
  document.title =
    total > 0 ? `(${total}) ${state.bot.name}` : `${state.bot.name} · Telegram lokal`;
}

function groupAbout(group) {
  const isThere = group.bot === 'member' || group.bot === 'administrator';
  return isThere ? group.about : `${group.about} · bot belum ada di grup ini`;
}

function entry(one, onTap) {
  const { last } = state.chats[one.id] ?? {};
  const count = unread(one.id);
  const node = element(
    'button.person',
    { type: 'button', onclick: onTap },
    avatar(one),
    element('span.name', {}, one.name),
    element('span.time', {}, last ? briefly(new Date(last.at), now()) : ''),
    element('span.about', {}, marks(one)),
    element('span.last', {}, ...preview(last, one)),
    count > 0 ? element('span.badge', {}, String(count)) : undefined,
  );
  if (one.id === state.chatId) node.setAttribute('aria-current', 'true');
  return node;
}

function marks({ about, blocked, deactivated }) {
  if (deactivated) return `${about} · akun dihapus`;
  return blocked ? `${about} · memblokir bot` : about;
}

const mediaWords = {
  photo: 'Foto',
  document: 'Berkas',
  sticker: 'Stiker',
  voice: 'Pesan suara',
  video: 'Video',
};

function preview(last, { isGroup }) {
  if (!last) return [];
  if (last.service) return [last.service];
  const who = last.from.isBot
    ? isGroup
      ? 'Bot: '
      : ''
    : isGroup
      ? `${last.from.name}: `
      : 'Anda: ';
  const media = last.media && element('i', {}, mediaWords[last.media.kind]);
  const text = last.text.replace(/\s+/g, ' ').slice(0, 90);
  const other = last.location ? 'Lokasi' : last.contact ? 'Kontak' : '';
  return [who, media, media && text ? ', ' : '', text || (media ? '' : other)].filter(Boolean);
}
