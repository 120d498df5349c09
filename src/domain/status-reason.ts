import type { Day } from './day';

/** Why an institution has the status it has. */
export type StatusReason =
  | { readonly kind: 'running'; readonly until: Day }
  | { readonly kind: 'recent'; readonly days: number; readonly since: Day }
  | { readonly kind: 'confirmed'; readonly on: Day; readonly by: string }
  | {
      readonly kind: 'no-answer';
      readonly days: number;
      readonly since: Day;
      readonly everAnswered: boolean;
    }
  | { readonly kind: 'silent'; readonly days: number; readonly since: Day }
  | { readonly kind: 'never-started'; readonly days: number; readonly since: Day }
  | { readonly kind: 'unanswered-check-ins'; readonly count: number }
  | { readonly kind: 'open-obstacle'; readonly days: number; readonly since: Day }
  | { readonly kind: 'new'; readonly days: number; readonly since: Day };

type Say<K extends StatusReason['kind']> = (reason: Extract<StatusReason, { kind: K }>) => string;

/** The reason in Indonesian, for officers: a phrase without a full stop. */
export function reasonText(reason: StatusReason): string {
  const say = texts[reason.kind] as (reason: StatusReason) => string;
  return say(reason);
}

const texts: { readonly [K in StatusReason['kind']]: Say<K> } = {
  running: () => 'kegiatan sedang berjalan',
  recent: ({ days }) => `kegiatan terakhir ${days} hari efektif lalu`,
  confirmed: () => 'sudah dipastikan petugas',
  'no-answer': ({ days, everAnswered }) =>
    everAnswered ? `tidak ada jawaban ${days} hari` : `belum pernah menjawab, ${days} hari`,
  silent: ({ days }) => `${days} hari efektif tanpa kegiatan`,
  'never-started': ({ days }) => `belum pernah ada kegiatan sejak terdaftar ${days} hari lalu`,
  'unanswered-check-ins': ({ count }) => `${count} sapaan belum dijawab`,
  'open-obstacle': ({ days }) => `kendala terbuka ${days} hari`,
  new: ({ days }) => `baru terdaftar ${days} hari`,
};
