/** Makes an element: `element('b.name', { title: 'x' }, 'text', child)`. */
export function element(tagAndClasses, properties = {}, ...children) {
  const [tag, ...classes] = tagAndClasses.split('.');
  const made = document.createElement(tag || 'div');
  made.className = classes.join(' ');
  Object.assign(made, properties);
  made.append(...children.filter((child) => child !== undefined && child !== null));
  return made;
}

export const byId = (id) => document.getElementById(id);

/** An icon from the path of a 24 × 24 drawing. */
export function icon(path) {
  const holder = document.createElement('template');
  holder.innerHTML = `<svg viewBox="0 0 24 24"><path d="${path}"/></svg>`;
  return holder.content.firstChild;
}

/** A coloured circle with initials. */
export function avatar({ id, name, isGroup }) {
  const initials = name
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .split(' ')
    .filter(Boolean)
    .slice(0, 2)
    .map((word) => word[0].toUpperCase())
    .join('');
  const made = element(isGroup ? 'div.avatar.group' : 'div.avatar', {}, initials);
  made.style.setProperty('--hue', hueOf(id));
  return made;
}

export const hueOf = (id) => (Math.abs(id) * 47 + 150) % 360;
