import { act, read } from './api.js';
import { failed } from './chat.js';
import { byId, element } from './element.js';
import { followTyping, putWords, written } from './formatting.js';
import { lookForOffers } from './offers.js';
import { popup } from './popup.js';
import { groupById, personById, state, topicIn } from './state.js';

const text = byId('text');
let tray = [];
let replyTo;
let editing;
let keyboardOpen = true;

const who = () => ({
  personId: state.personId,
  chatId: state.chatId,
  topic: topicIn(state.chatId)?.id,
});
const send = (name, fields = {}) => act(name, { ...who(), ...fields }).catch(failed);

/** Draws what can be written with: field, start button, reply keyboard. */
export function drawComposer() {
  const person = personById(state.personId);
  const group = groupById(state.chatId);
  const isOwnChat = group === undefined;
  const needsStart = isOwnChat && person && (person.blocked || !person.started);
  byId('composer').hidden = Boolean(needsStart);
  byId('start').hidden = !needsStart;
  byId('start').textContent = person?.blocked ? 'BUKA BLOKIR' : 'MULAI';
  drawKeyboard();
}

/** Forgets what was being written, for another person. */
export function clearComposer() {
  tray = [];
  replyTo = undefined;
  editing = undefined;
  putWords('');
  drawStrip();
  drawTray();
  onWritten();
}

byId('start').onclick = async () => {
  const person = personById(state.personId);
  if (person.blocked) await send('unblocks');
  else await send('says', { text: '/start' });
};

/* Writing */

const grow = () => {
  text.style.height = 'auto';
  text.style.height = `${text.scrollHeight}px`;
};
const onWritten = () => {
  followTyping();
  grow();
  lookForOffers(text.value, clearComposer);
};
text.oninput = onWritten;

/** Puts words there to be sent, as a button that shares something does. */
export function write(words) {
  putWords(words);
  onWritten();
  text.focus();
}

text.onkeydown = (event) => {
  const isSend = event.key === 'Enter' && !event.shiftKey && !event.isComposing;
  if (isSend) {
    event.preventDefault();
    submit();
  }
  if (event.key === 'Escape') clearComposer();
};

byId('composer').onsubmit = (event) => {
  event.preventDefault();
  submit();
};

function submit() {
  const words = written();
  if (tray.length > 0) return void sendTray(words);
  if (words.text.trim() === '') return;
  if (editing) void send('edits', { messageId: editing.id, ...words });
  else void send('says', { ...words, ...(replyTo ? { replyTo: replyTo.id } : {}) });
  clearComposer();
  text.focus();
}

/* Attachments */

export function addFiles(files, asDocument = false) {
  tray.push(
    ...[...files].map((file) => ({ file, isPhoto: !asDocument && file.type.startsWith('image/') })),
  );
  drawTray();
  text.focus();
}

function drawTray() {
  byId('tray').hidden = tray.length === 0;
  byId('tray').replaceChildren(
    ...tray.map((one) => {
      const thing = one.isPhoto
        ? element('img', { src: URL.createObjectURL(one.file), alt: one.file.name })
        : element('div.doc', {}, one.file.name);
      const drop = () => {
        tray = tray.filter((other) => other !== one);
        drawTray();
      };
      const cross = element('button', { type: 'button', onclick: drop, title: 'Buang' }, '×');
      return element('figure', {}, thing, cross);
    }),
  );
  text.placeholder = tray.length > 0 ? 'Tambahkan keterangan' : 'Tulis pesan';
}

/** Sends what lies in the tray; several together make one album with one caption. */
async function sendTray({ text: caption, entities }) {
  const items = tray;
  const { personId, chatId } = state;
  const albumOf = items.length > 1 ? crypto.randomUUID() : undefined;
  clearComposer();
  for (const [index, { file, isPhoto }] of items.entries()) {
    const form = new FormData();
    form.set('personId', personId);
    form.set('chatId', chatId);
    const topic = topicIn(chatId)?.id;
    if (topic !== undefined) form.set('topic', topic);
    if (index === 0 && caption.trim() !== '') form.set('caption', caption);
    if (index === 0 && entities) form.set('entities', JSON.stringify(entities));
    if (albumOf) form.set('albumOf', albumOf);
    form.set('file', file, file.name);
    await act(isPhoto ? 'sendsPhoto' : 'sendsDocument', form).catch(failed);
  }
}

byId('attach').onclick = ({ currentTarget }) =>
  popup(
    [
      { label: 'Foto', act: () => byId('pick-photo').click() },
      { label: 'Berkas', act: () => byId('pick-file').click() },
      { label: 'Foto contoh', note: 'dibuat otomatis', act: () => send('sendsPhoto') },
      { label: 'Kontak saya', act: () => send('sharesContact') },
      {
        label: 'Lokasi',
        note: 'Tanah Grogot',
        act: () => send('sendsLocation', { latitude: -1.9056, longitude: 116.1936 }),
      },
      { label: 'Stiker', act: () => send('sendsSticker') },
      { label: 'Pesan suara', act: () => send('sendsVoice') },
    ],
    currentTarget,
  );

for (const [id, asDocument] of [
  ['pick-photo', false],
  ['pick-file', true],
]) {
  byId(id).onchange = ({ target }) => {
    addFiles(target.files, asDocument);
    target.value = '';
  };
}

text.onpaste = (event) => {
  const files = [...event.clipboardData.files];
  if (files.length === 0) return;
  event.preventDefault();
  addFiles(files);
};

addEventListener('dragover', (event) => event.preventDefault());
addEventListener('drop', (event) => {
  event.preventDefault();
  if (state.chatId !== undefined) addFiles(event.dataTransfer.files);
});

/* Replying and editing */

addEventListener('reply', ({ detail }) => {
  replyTo = detail;
  editing = undefined;
  drawStrip();
  text.focus();
});

addEventListener('edit', ({ detail }) => {
  editing = detail;
  replyTo = undefined;
  putWords(detail.text, detail.entities);
  drawStrip();
  grow();
  text.focus();
});

function drawStrip() {
  const about = editing ?? replyTo;
  byId('strip').hidden = about === undefined;
  if (!about) return;
  const title = editing ? 'Mengubah pesan' : `Membalas ${about.from.name}`;
  const quoted = element(
    'div.quoted',
    {},
    element('b', {}, title),
    element('span', {}, about.text || 'Lampiran'),
  );
  const cross = element(
    'button.icon-button',
    { type: 'button', onclick: clearComposer, title: 'Batal' },
    '×',
  );
  byId('strip').replaceChildren(quoted, cross);
}

/* Commands */

byId('menu').onclick = async ({ currentTarget }) => {
  const { personId, chatId } = state;
  const commands = await read(`/sim/commands?person=${personId}&chat=${chatId}`);
  const items = commands.map(({ command, description }) => ({
    label: `/${command}`,
    note: description,
    act: () => send('says', { text: `/${command}` }),
  }));
  popup(
    items.length > 0 ? items : [{ label: 'Bot belum memasang daftar perintah.' }],
    currentTarget,
  );
};

/* Reply keyboard */

function currentKeyboard() {
  const withKeyboard = state.messages.filter(({ keyboard }) => keyboard !== undefined).at(-1);
  const keyboard = withKeyboard?.keyboard;
  return keyboard && typeof keyboard === 'object' ? keyboard : undefined;
}

function drawKeyboard() {
  const keyboard = currentKeyboard();
  byId('keyboard-toggle').hidden = keyboard === undefined;
  byId('keyboard').hidden = keyboard === undefined || !keyboardOpen || byId('composer').hidden;
  if (!keyboard) return;
  if (keyboard.input_field_placeholder) text.placeholder = keyboard.input_field_placeholder;
  byId('keyboard').replaceChildren(
    ...keyboard.keyboard.map((row) =>
      element(
        'div.row',
        {},
        ...row.map((button) =>
          element(
            'button',
            { type: 'button', onclick: () => press(button, keyboard) },
            button.text,
          ),
        ),
      ),
    ),
  );
}

function press(button, keyboard) {
  if (keyboard.one_time_keyboard) {
    keyboardOpen = false;
    drawKeyboard();
  }
  if (button.request_contact) return void send('sharesContact');
  if (button.request_location) {
    return void send('sendsLocation', { latitude: -1.9056, longitude: 116.1936 });
  }
  void send('says', { text: button.text });
}

byId('keyboard-toggle').onclick = () => {
  keyboardOpen = !keyboardOpen;
  drawKeyboard();
};

/** A new keyboard shows itself even when the last one was folded away. */
export const unfoldKeyboard = () => (keyboardOpen = true);
