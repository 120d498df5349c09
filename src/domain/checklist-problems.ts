import { type Checklist, allSteps } from './checklist';

/** Everything, in Indonesian, that keeps a checklist from making sense as a whole. */
export function checklistProblems(checklist: Checklist): readonly string[] {
  const steps = allSteps(checklist);
  const ids = steps.map(({ id }) => id);
  const there = new Set(ids);
  const stageIds = checklist.stages.map(({ id }) => id);
  const choosing = steps.filter(({ choosesPath }) => choosesPath).length;
  return [
    ...twice(stageIds).map((id) => `tahap ${id}: ada lebih dari satu.`),
    ...twice(ids).map((id) => `langkah ${id}: ada lebih dari satu.`),
    ...steps.flatMap(({ id, papers }) =>
      twice(papers.map((paper) => paper.id)).map(
        (paper) => `langkah ${id}: surat ${paper} ada lebih dari satu.`,
      ),
    ),
    ...steps.flatMap(({ id, was = [] }) =>
      was
        .filter((old) => there.has(old))
        .map((old) => `langkah ${id}: dulu menyebut ${old}, padahal langkah itu masih ada.`),
    ),
    ...(choosing === 1
      ? []
      : [`menetapkan_jalur: perlu tepat satu langkah, sekarang ${choosing}.`]),
  ];
}

const twice = (ids: readonly string[]): readonly string[] => [
  ...new Set(ids.filter((id, n) => ids.indexOf(id) !== n)),
];
