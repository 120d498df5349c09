import { noticeText, noticeVersion } from '../src/domain/notice';
import { html, lines } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { defineView, opens } from '../src/scene';

/** The notice people agreed to, to be read again at any time, and to agree to when it is a newer one. */
export const privasi = defineView({
  command: 'privasi',
  about: 'Pemberitahuan privasi',
  for: ['public'],
  show: async (ask, world, visitor) => {
    const agreesNow = ask === `setuju.${noticeVersion}` && isOld(visitor);
    if (agreesNow) await agree(visitor, world);
    const asks = isOld(visitor) && !agreesNow;
    return {
      text: lines(
        noticeText(world.office),
        '',
        html`Versi ${noticeVersion}.`,
        asks ? 'Pemberitahuan ini sudah diperbarui sejak Anda menyetujuinya.' : undefined,
        agreesNow ? 'Terima kasih, persetujuan Anda sudah kami catat.' : undefined,
      ),
      buttons: asks
        ? [[{ label: 'Saya setuju', data: opens('privasi', `setuju.${noticeVersion}`) }]]
        : [],
    };
  },
});

const isOld = ({ person }: Visitor) =>
  person?.consent !== undefined && person.consent.version < noticeVersion;

async function agree({ person, now }: Visitor, world: World): Promise<void> {
  if (!person) return;
  await world.people.agree(person.id, { version: noticeVersion, at: now });
  await world.audit.note({
    id: `agreed:${person.id}:${noticeVersion}`,
    ...{ who: person.id, did: 'agreed', what: `notice ${noticeVersion}`, at: now },
  });
}
