import { renderAsync } from '@resvg/resvg-js';
import type { Posters } from '../../ports/posters';
import { posterSvg, sheet } from './poster-svg';
import { withPrintSize } from './print-size';

/** Machines without fonts would draw no letters and say nothing, so the letters are brought along. */
const fontFiles = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((file) =>
  require.resolve(`dejavu-fonts-ttf/ttf/${file}`),
);

/** Draws posters in another thread; only the packing of the picture takes some of the time of others. */
export const posters: Posters = {
  async draw(poster) {
    const image = await renderAsync(posterSvg(poster), {
      font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'DejaVu Sans' },
    });
    return withPrintSize(image.asPng(), sheet.dotsPerMetre);
  },
};
