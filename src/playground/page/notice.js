import { byId } from './element.js';

let timer;

/** Shows a short text for a few seconds. */
export function toast(text) {
  const box = byId('toast');
  box.textContent = text;
  box.hidden = false;
  clearTimeout(timer);
  timer = setTimeout(() => (box.hidden = true), 3200);
}

/** Shows a text until it is confirmed. */
export function alertBox(text) {
  const dialog = byId('alert');
  dialog.querySelector('p').textContent = text;
  if (!dialog.open) dialog.showModal();
}
