import { act } from './api.js';
import { failed } from './chat.js';
import { byId, element } from './element.js';
import { state } from './state.js';

const box = byId('offers');
const waitMs = 250;
let timer;
/** Counts up with every letter, so that an answer to fewer letters comes to nothing. */
let asking = 0;

/** The words after the bot's name, or undefined where the text does not begin with it. */
function wordsIn(text) {
  const name = `@${state.bot.username} `;
  return text.toLowerCase().startsWith(name.toLowerCase()) ? text.slice(name.length) : undefined;
}

/** Asks the bot, a moment after the last letter, what it offers for the text. */
export function lookForOffers(text, onChosen) {
  clearTimeout(timer);
  asking += 1;
  const words = wordsIn(text);
  if (words === undefined) return void (box.hidden = true);
  timer = setTimeout(() => void ask(words, '', onChosen).catch(failed), waitMs);
}

async function ask(query, offset, onChosen) {
  const mine = (asking += 1);
  const { personId, chatId } = state;
  const answer = await act('asksInline', { personId, chatId, query, offset });
  if (mine !== asking) return;
  draw(answer, { query, isMore: offset !== '', onChosen });
}

function draw({ queryId, results = [], next_offset: next, button }, { query, isMore, onChosen }) {
  box.querySelector('.more')?.remove();
  const rows = results.map((result) => offer(result, () => choose(queryId, result.id, onChosen)));
  if (button && !isMore) rows.unshift(leading(button, onChosen));
  if (results.length === 0 && !isMore) rows.push(element('p', {}, 'Tidak ada yang cocok.'));
  if (next)
    rows.push(
      element(
        'button.more',
        { type: 'button', onclick: () => void ask(query, next, onChosen).catch(failed) },
        'Lainnya…',
      ),
    );
  if (isMore) box.append(...rows);
  else box.replaceChildren(...rows);
  box.hidden = false;
}

const offer = ({ title, description }, onclick) =>
  element(
    'button.offer',
    { type: 'button', onclick },
    element('b', {}, title),
    description ? element('small', {}, description) : undefined,
  );

/** The button that leads to the private chat with the bot. */
const leading = ({ text, start_parameter: code }, onChosen) =>
  element(
    'button.lead',
    {
      type: 'button',
      onclick() {
        close(onChosen);
        const url = `https://t.me/${state.bot.username}?start=${code}`;
        void act('followsLink', { personId: state.personId, url }).then(
          () => dispatchEvent(new Event('own-chat')),
          failed,
        );
      },
    },
    text,
  );

function choose(queryId, resultId, onChosen) {
  const { personId, chatId } = state;
  close(onChosen);
  void act('choosesInline', { personId, chatId, queryId, resultId }).catch(failed);
}

function close(onChosen) {
  asking += 1;
  box.hidden = true;
  onChosen();
}
