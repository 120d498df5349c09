/** What a button of a form asks for. */
export type FormVerb =
  | { readonly verb: 'answer'; readonly says: string }
  | { readonly verb: 'month'; readonly month: string }
  | { readonly verb: 'page'; readonly page: number }
  | {
      readonly verb:
        | 'back'
        | 'skip'
        | 'drop'
        | 'change'
        | 'send'
        | 'resume'
        | 'restart'
        | 'done'
        | 'clear'
        | 'none';
    };

/** A button of a form: which form, which step, what to do. */
export interface FormTap {
  readonly form: string;
  readonly step: string;
  readonly does: FormVerb;
}

/** Stands where a button belongs to the form as a whole and not to a step. */
export const wholeForm = '-';

const plainVerbs = [
  'back',
  'skip',
  'drop',
  'change',
  'send',
  'resume',
  'restart',
  'done',
  'clear',
  'none',
] as const;

const word = (does: FormVerb) => {
  if (does.verb === 'answer') return `=${does.says}`;
  if (does.verb === 'month') return `m${does.month}`;
  if (does.verb === 'page') return `p${does.page}`;
  return does.verb;
};

/** Packs a form's button into callback data. */
export const packTap = ({ form, step, does }: FormTap): string => `f:${form}:${step}:${word(does)}`;

const shape = /^f:([0-9A-Z]+):([A-Za-z-]+):(.+)$/su;

/** Unpacks callback data; anything that is no form's button is `undefined`. */
export function unpackTap(data: string): FormTap | undefined {
  const [, form, step, does] = shape.exec(data) ?? [];
  if (form === undefined || step === undefined || does === undefined) return undefined;
  const verb = verbOf(does);
  return verb && { form, step, does: verb };
}

function verbOf(does: string): FormVerb | undefined {
  if (does.startsWith('=')) return { verb: 'answer', says: does.slice(1) };
  if (/^m\d{4}-\d{2}$/u.test(does)) return { verb: 'month', month: does.slice(1) };
  if (/^p\d{1,4}$/u.test(does)) return { verb: 'page', page: Number(does.slice(1)) };
  const verb = plainVerbs.find((one) => one === does);
  return verb && { verb };
}
