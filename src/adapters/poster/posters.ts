import { renderAsync } from '@resvg/resvg-js';
import type { Posters } from '../../ports/posters';
import { fontFiles, legible } from './legible';
import { posterSvg, sheet } from './poster-svg';
import { withPrintSize } from './print-size';

/** Draws posters in another thread; only the packing of the picture takes some of the time of others. */
export const posters: Posters = {
  legible,

  async draw(poster) {
    const image = await renderAsync(posterSvg(poster), {
      font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'DejaVu Sans' },
    });
    return withPrintSize(image.asPng(), sheet.dotsPerMetre);
  },
};
