import { noticeText, noticeVersion } from '../src/domain/notice';
import { html, lines } from '../src/html';
import { defineView } from '../src/scene';

/** The notice people agreed to, to be read again at any time. */
export const privasi = defineView({
  command: 'privasi',
  about: 'Pemberitahuan privasi',
  for: ['public'],
  show: (_ask, { office }) =>
    Promise.resolve({ text: lines(noticeText(office), '', html`Versi ${noticeVersion}.`) }),
});
