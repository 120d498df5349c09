import { bold, html, italic, lines } from '../html';
import type { AnyForm } from '../scene';
import type { Button, Card } from '../talk';
import { type FormVerb, packTap, wholeForm } from './button-data';
import type { Draft } from './memory';
import type { SummaryPlace, Surroundings } from './place';
import { prefaceLines } from './preface-lines';

/** A form with nothing left to ask. */
interface Finished {
  readonly form: AnyForm;
  readonly draft: Draft;
  readonly place: SummaryPlace;
  readonly around: Surroundings;
}

/** The message that shows all answers, each with its own *Ubah*, and *Kirim*. */
export function summaryCard({ form, draft, place, around }: Finished, why?: string): Card {
  const send = form.send ?? 'Kirim';
  const pack = (step: string, does: FormVerb) => packTap({ form: draft.id, step, does });
  return {
    text: lines(
      html`${bold(form.title)} · ringkasan`,
      '',
      ...prefaceLines(form, around),
      ...(why === undefined ? [] : [italic(why), '']),
      ...place.asked.map(
        (name) => html`${labelOf(form, name)}: ${bold(shown({ form, place, around }, name))}`,
      ),
      '',
      `Mohon diperiksa. Bila sudah benar, silakan ketuk ${send}.`,
    ),
    buttons: [
      [{ label: send, data: pack(wholeForm, { verb: 'send' }) }],
      ...changeRows(form, place, (step) => pack(step, { verb: 'change' })),
      [
        { label: 'Kembali', data: pack(wholeForm, { verb: 'back' }) },
        { label: 'Batal', data: pack(wholeForm, { verb: 'drop' }) },
      ],
    ],
  };
}

const labelOf = (form: AnyForm, name: string) => form.steps[name]?.label ?? name;

/** An answer in the words of the summary. */
function shown({ form, place, around }: Omit<Finished, 'draft'>, name: string): string {
  const value = place.soFar[name];
  if (value === undefined) return '–';
  const show = form.steps[name]?.show;
  if (show) return show(value, { ...around, soFar: place.soFar });
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '–';
}

/** Two *Ubah* buttons side by side, labels as short as they are given. */
function changeRows(
  form: AnyForm,
  place: SummaryPlace,
  data: (step: string) => string,
): readonly (readonly Button[])[] {
  const buttons = place.asked.map((name) => ({
    label: `Ubah ${labelOf(form, name)}`,
    data: data(name),
  }));
  return Array.from({ length: Math.ceil(buttons.length / 2) }, (_, row) =>
    buttons.slice(row * 2, row * 2 + 2),
  );
}
