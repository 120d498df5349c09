import type { Context, Telegraf } from 'telegraf';
import type { InlineQueryResultArticle } from 'telegraf/types';
import type { Asked, Offer, Offers } from '../../talk/offers';

/** Who says what can be put into a chat. */
export type OfferListener = (asked: Asked) => Promise<Offers>;

/** Whoever goes on typing asks anew, so that answers need not be kept for long. */
const cacheSeconds = 10;
const longestId = 64;

/**
 * Answers what people type after the bot's name in any chat.
 *
 * It is of use for half a minute only: what fails, or is too old by now, is not tried again.
 */
export function routeInline(bot: Telegraf, offersFor: OfferListener): void {
  bot.on('inline_query', async (context) => {
    const { query, offset } = context.inlineQuery;
    const skip = /^\d{1,6}$/u.test(offset) ? Number(offset) : 0;
    await offersFor({ words: query, skip })
      .then((found) => answer(context, found, skip))
      .catch(() => undefined);
  });
}

const answer = (context: Context, { offers, next }: Offers, skip: number): Promise<boolean> =>
  context.answerInlineQuery(offers.filter(({ id }) => fits(id)).map(article), {
    cache_time: cacheSeconds,
    is_personal: false,
    next_offset: next === undefined ? '' : String(next),
    // Where nothing fits, one can look around in the private chat.
    ...(offers.length === 0 &&
      skip === 0 && { button: { text: 'Cari di bot', start_parameter: 'info' } }),
  });

const fits = (id: string) => Buffer.byteLength(id) <= longestId;

const article = ({ id, title, about, text, button }: Offer): InlineQueryResultArticle => ({
  type: 'article',
  id,
  title,
  description: about,
  input_message_content: {
    message_text: text.markup,
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
  },
  reply_markup: { inline_keyboard: [[{ text: button.label, url: button.url }]] },
});
