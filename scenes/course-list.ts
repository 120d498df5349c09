import { courseLabel } from '../src/board/course-words';
import { type Course, courseStateLabels } from '../src/domain/course';
import { labelsOf } from '../src/domain/institution-labels';
import { mayUse } from '../src/domain/rights';
import { bold, html, lines } from '../src/html';
import type { Visitor, World } from '../src/ports';
import { opens } from '../src/scene';
import type { Button, Card } from '../src/talk';

const perPage = 6;

interface Listed {
  readonly past: boolean;
  readonly page: number;
}

/** The courses within the visitor's reach, those ahead or those that are over, page by page. */
export async function courseList(listed: Listed, world: World, visitor: Visitor): Promise<Card> {
  const { past, page } = listed;
  const institutions = await world.institutions.within(visitor.reach);
  const named = labelsOf(institutions);
  const look = { skip: page * perPage, limit: perPage };
  const { courses, total } = await world.courses[past ? 'past' : 'ahead'](
    [...named.keys()],
    visitor.today,
    look,
  );
  if (courses.length === 0 && page > 0) return courseList({ past, page: 0 }, world, visitor);
  const waiting = await world.interests.waiting([...named.keys()], { skip: 0, limit: 1 });
  return {
    text: lines(
      html`${bold(past ? 'Pelatihan yang sudah selesai atau dibatalkan' : 'Jadwal pelatihan')} · ${total}`,
      total === 0 ? 'Belum ada.' : undefined,
      ...courses.map((one, n) => html`${page * perPage + n + 1}. ${words(one, named)}`),
    ),
    buttons: [
      ...courses.map((one) => [{ label: courseLabel(one), data: opens('jadwal', one.id) }]),
      ...turning(listed, Math.ceil(total / perPage)),
      ...(waiting.total > 0
        ? [[{ label: `Peminat yang menunggu (${waiting.total})`, data: opens('peminat') }]]
        : []),
      ...below(listed, visitor),
    ],
  };
}

const words = (course: Course, named: ReadonlyMap<string, string>) =>
  html`${courseLabel(course)} · ${named.get(course.institution) ?? 'BLK'} ·
  ${courseStateLabels[course.state].toLowerCase()}`;

function turning({ past, page }: Listed, pages: number): readonly (readonly Button[])[] {
  if (pages <= 1) return [];
  const next = (page + 1) % pages;
  const ask = `${past ? 'l' : 'h'}${next}`;
  return [[{ label: `Halaman ${next + 1} dari ${pages}`, data: opens('jadwal', ask) }]];
}

const below = ({ past }: Listed, { roles }: Visitor): readonly (readonly Button[])[] => [
  ...(mayUse(['manager'], roles)
    ? [[{ label: 'Rencanakan pelatihan', data: opens('rencana') }]]
    : []),
  past
    ? [{ label: 'Yang akan datang', data: opens('jadwal') }]
    : [{ label: 'Yang sudah selesai', data: opens('jadwal', 'l0') }],
];
