import { byId, element } from './element.js';

/** Shows a small menu of `{ label, note, danger, act }` beside an element or at a point. */
export function popup(items, anchor) {
  const box = byId('popup');
  box.replaceChildren(
    ...items.map((item) =>
      item.act
        ? element(
            item.danger ? 'button.danger' : 'button',
            {
              type: 'button',
              onclick: () => {
                closePopup();
                item.act();
              },
            },
            element('span', {}, item.label),
            item.note ? element('small', {}, item.note) : undefined,
          )
        : element('p', {}, item.label),
    ),
  );
  box.hidden = false;
  place(box, anchor);
  box.querySelector('button')?.focus({ preventScroll: true });
}

function place(box, anchor) {
  const spot =
    anchor instanceof Element
      ? anchor.getBoundingClientRect()
      : { left: anchor.x, right: anchor.x, top: anchor.y, bottom: anchor.y };
  const { width, height } = box.getBoundingClientRect();
  const left = Math.min(Math.max(10, spot.left), innerWidth - width - 10);
  const below = spot.bottom + 8 + height < innerHeight;
  box.style.left = `${left}px`;
  box.style.top = `${below ? spot.bottom + 6 : Math.max(10, spot.top - height - 8)}px`;
}

export const closePopup = () => (byId('popup').hidden = true);

addEventListener('pointerdown', (event) => {
  if (!byId('popup').hidden && !byId('popup').contains(event.target)) closePopup();
});
addEventListener('keydown', (event) => event.key === 'Escape' && closePopup());
