import { element } from './element.js';

const tags = {
  bold: 'b',
  italic: 'i',
  underline: 'u',
  strikethrough: 's',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
  expandable_blockquote: 'blockquote',
};

/**
 * Turns a text with entities (UTF-16 offsets, properly nested) into nodes. `onCommand` is called
 * with a tapped command, `onLink` with a tapped address and may return true to handle it itself.
 */
export function richText(text, entities, { onCommand, onLink }) {
  const ordered = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  const wrap = (from, to, inside) => {
    const nodes = [];
    let at = from;
    while (inside.length > 0) {
      const [entity, ...rest] = inside;
      const start = Math.max(at, entity.offset);
      const end = Math.min(to, entity.offset + entity.length);
      if (end <= start) {
        inside = rest;
        continue;
      }
      if (start > at) nodes.push(text.slice(at, start));
      const nested = rest.filter((other) => other.offset < end);
      const node = made(entity, text.slice(start, end));
      node.append(...wrap(start, end, nested));
      nodes.push(node);
      at = end;
      // What reaches beyond the end goes on after it.
      inside = rest.filter((other) => other.offset + other.length > end);
    }
    if (at < to) nodes.push(text.slice(at, to));
    return nodes;
  };

  const made = (entity, content) => {
    if (tags[entity.type]) {
      const node = element(tags[entity.type]);
      if (entity.type === 'code' || entity.type === 'pre') {
        node.title = 'Klik untuk menyalin';
        node.onclick = () => navigator.clipboard?.writeText(content);
      }
      return node;
    }
    if (entity.type === 'spoiler') {
      return element('span.spoiler', {
        onclick: ({ currentTarget: it }) => it.classList.add('open'),
      });
    }
    if (entity.type === 'bot_command') return link('#', () => onCommand(content));
    const address = addressOf(entity, content);
    return address ? link(address, () => onLink(address)) : element('span');
  };
  return wrap(0, text.length, ordered);
}

function link(href, onTap) {
  const node = element('a', { href, rel: 'noreferrer', target: '_blank' });
  node.onclick = (event) => {
    if (onTap() !== false) event.preventDefault();
  };
  return node;
}

function addressOf(entity, content) {
  if (entity.type === 'text_link') return entity.url;
  if (entity.type === 'url') return /^[a-z]+:/i.test(content) ? content : `https://${content}`;
  if (entity.type === 'email') return `mailto:${content}`;
  if (entity.type === 'mention') return `https://t.me/${content.slice(1)}`;
  return undefined;
}
