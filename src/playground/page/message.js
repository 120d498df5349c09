import { fileUrl } from './api.js';
import { byId, element, hueOf, icon } from './element.js';
import { richText } from './rich-text.js';
import { groupById, state } from './state.js';
import { hourOf } from './time.js';

const download = 'M12 4v11m0 0l-4.500-4.500M12 15l4.500-4.500M5 19.500h14';
const play = 'M8 5.500v13l10.500-6.500z';

/** Draws one message; `acts` says what taps do. */
export function drawMessage(message, { follows, isGroup, isFresh }, acts) {
  if (message.service) return element('div.service', {}, message.service);
  const isOwn = message.from.id === state.personId;
  const post = element('article.post', { id: `m${message.id}` });
  post.classList.toggle('own', isOwn);
  post.classList.toggle('follows', follows);
  post.classList.toggle('fresh', isFresh);
  post.classList.toggle('with-rows', message.rows.length > 0);
  post.classList.toggle('bare-sticker', message.media?.kind === 'sticker');
  const isBare = message.media?.kind === 'photo' && message.text === '' && !message.replyTo;
  const bubble = element(
    isBare ? 'div.bubble.bare' : 'div.bubble',
    {},
    ...top(message, isGroup && !isOwn && !follows, acts),
    ...middle(message),
    body(message, acts),
    stamp(message),
  );
  bubble.oncontextmenu = (event) => acts.onMenu(event, message);
  post.append(bubble);
  if (message.rows.length > 0) post.append(rows(message, acts));
  return post;
}

/** Draws photos that were sent together as one post, with the caption that one of them has. */
export function drawAlbum(messages, { isFresh }, acts) {
  const last = messages.at(-1);
  const talking = messages.find(({ text }) => text !== '') ?? last;
  const post = element('article.post', { id: `m${last.id}` });
  post.classList.toggle('own', last.from.id === state.personId);
  post.classList.toggle('fresh', isFresh);
  const grid = element('div.album', {}, ...messages.map(({ media }) => photo(media)));
  const bare = talking.text === '' ? 'div.bubble.bare' : 'div.bubble';
  const bubble = element(bare, {}, grid, body(talking, acts), stamp(last));
  bubble.oncontextmenu = (event) => acts.onMenu(event, talking);
  post.append(bubble);
  return post;
}

const topicName = ({ chatId, topic }) =>
  groupById(chatId)?.topics?.find(({ id }) => id === topic)?.name ?? 'topik terhapus';

function top(message, showName, acts) {
  const nodes = [];
  if (showName) {
    const who = element('span.who', {}, message.from.name);
    who.style.setProperty('--hue', hueOf(message.from.id));
    nodes.push(who);
  }
  if (message.topic) nodes.push(element('div.origin', {}, `# ${topicName(message)}`));
  if (message.forwardedFrom) {
    nodes.push(element('div.origin', {}, `Diteruskan dari ${message.forwardedFrom}`));
  }
  if (message.viaBot) nodes.push(element('div.origin', {}, `lewat @${message.viaBot}`));
  if (message.replyTo) {
    const { id, name, text } = message.replyTo;
    nodes.push(
      element(
        'button.quoted',
        { type: 'button', onclick: () => acts.onQuote(id) },
        element('b', {}, name),
        element('span', {}, text),
      ),
    );
  }
  return nodes;
}

function middle({ media, location, contact }) {
  if (location) {
    const place = `${location.latitude.toFixed(5)}, ${location.longitude.toFixed(5)}`;
    return [element('div', {}, '📍 Lokasi'), element('small', {}, place)];
  }
  if (contact) {
    return [element('b', {}, contact.first_name), element('div', {}, contact.phone_number)];
  }
  if (!media) return [];
  if (media.kind === 'photo') return [photo(media)];
  if (media.kind === 'sticker') return [element('div.sticker', {}, '👍')];
  return [file(media)];
}

function photo({ fileId, width, height }) {
  const image = element('img', { src: fileUrl(fileId), alt: 'Foto', loading: 'lazy' });
  image.style.aspectRatio = `${width} / ${height}`;
  image.style.width = `${Math.min(420, Math.max(180, width))}px`;
  const show = () => {
    byId('lightbox').querySelector('img').src = fileUrl(fileId);
    byId('lightbox').showModal();
  };
  return element('button.photo', { type: 'button', onclick: show }, image);
}

function file({ kind, fileId, name, size }) {
  const label = kind === 'voice' ? 'Pesan suara' : (name ?? 'Berkas');
  return element(
    'a.file',
    { href: fileUrl(fileId, true), download: name ?? '' },
    element('i', {}, icon(kind === 'voice' ? play : download)),
    element('span', {}, element('b', {}, label), element('small', {}, sizeOf(size))),
  );
}

const sizeOf = (bytes) => {
  if (bytes < 1024) return `${bytes} B`;
  const [value, unit] = bytes < 1048576 ? [bytes / 1024, 'KB'] : [bytes / 1048576, 'MB'];
  return `${value.toLocaleString('id-ID', { maximumFractionDigits: 1 })} ${unit}`;
};

function body(message, acts) {
  if (message.text === '') return undefined;
  const { onCommand, onLink } = acts;
  const nodes = richText(message.text, message.entities, { onCommand, onLink });
  return element('span.body', {}, ...nodes);
}

function stamp(message) {
  const edited = message.edited ? 'diedit ' : '';
  const pin = message.pinned ? '📌 ' : '';
  return element('span.stamp', {}, `${pin}${edited}${hourOf(new Date(message.at))}`);
}

function rows(message, acts) {
  return element(
    'div.rows',
    {},
    ...message.rows.map((row) =>
      element(
        'div.row',
        {},
        ...row.map((button, column) => {
          const onclick = ({ currentTarget }) => acts.onTap(message, button, currentTarget);
          const made = element(
            'button',
            { type: 'button', onclick, title: button.text },
            button.text,
          );
          made.classList.toggle('link', button.url !== undefined);
          made.dataset.column = column;
          return made;
        }),
      ),
    ),
  );
}
