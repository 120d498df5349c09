import { byId } from './element.js';
import { isMarked, marked, shifted, toggled, unmarked } from './marked-text.js';
import { richText } from './rich-text.js';

/** Formats what is being written, with the bar above it or with the keys of Telegram's desktop app. */

const text = byId('text');
const bar = byId('format');
const linkForm = byId('format-link');
const address = byId('format-address');
let marks = [];
let known = '';
let linked;

const keys = {
  b: 'bold',
  i: 'italic',
  u: 'underline',
  k: 'text_link',
  'shift+x': 'strikethrough',
  'shift+m': 'code',
  'shift+p': 'spoiler',
  'shift+n': 'none',
};

/** What is written, with its formatting; `entities` is absent where nothing is formatted. */
export const written = () => ({
  text: text.value,
  ...(marks.length > 0 ? { entities: marks } : {}),
});

/** Puts words there with their formatting; what Telegram finds by itself is found again. */
export function putWords(words, entities = []) {
  const kinds = new Set(
    [...bar.querySelectorAll('[data-type]')].map(({ dataset }) => dataset.type),
  );
  text.value = words;
  known = words;
  marks = entities.filter(({ type }) => kinds.has(type));
  draw();
}

/** Follows what was typed. */
export function followTyping() {
  marks = shifted(marks, known, text.value, text.selectionEnd);
  known = text.value;
  draw();
}

function draw() {
  const { selectionStart: from, selectionEnd: to } = text;
  const isSelected = from !== to && document.activeElement === text;
  bar.hidden = !isSelected && marks.length === 0 && linkForm.hidden;
  for (const button of bar.querySelectorAll('[data-type]'))
    button.setAttribute('aria-pressed', isMarked(marks, button.dataset.type, from, to));
  const preview = byId('format-preview');
  preview.hidden = marks.length === 0;
  const stay = { onCommand: () => undefined, onLink: () => undefined };
  preview.replaceChildren(...richText(text.value, marks, stay));
}

function format(type) {
  const { selectionStart: from, selectionEnd: to } = text;
  if (from === to) return;
  if (type === 'text_link' && !isMarked(marks, type, from, to)) return askAddress(from, to);
  marks = type === 'none' ? unmarked(marks, from, to) : toggled(marks, type, from, to);
  draw();
}

function askAddress(from, to) {
  linked = { from, to };
  linkForm.hidden = false;
  address.value = 'https://';
  address.focus();
}

function endLink() {
  linkForm.hidden = true;
  text.focus();
  text.setSelectionRange(linked.from, linked.to);
  draw();
}

linkForm.onsubmit = (event) => {
  event.preventDefault();
  const { from, to } = linked;
  const url = address.value.trim();
  if (/\w\.\w/.test(url))
    marks = marked(marks, { type: 'text_link', offset: from, length: to - from, url });
  endLink();
};
address.onkeydown = (event) => {
  event.stopPropagation();
  if (event.key === 'Escape') endLink();
};

for (const button of bar.querySelectorAll('[data-type]')) {
  // The selection stays where it is.
  button.onpointerdown = (event) => event.preventDefault();
  button.onclick = () => format(button.dataset.type);
}

text.addEventListener('keydown', (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const type = keys[`${event.shiftKey ? 'shift+' : ''}${event.key.toLowerCase()}`];
  if (type === undefined) return;
  event.preventDefault();
  format(type);
});
document.addEventListener('selectionchange', draw);
for (const name of ['select', 'blur', 'keyup', 'pointerup']) text.addEventListener(name, draw);
