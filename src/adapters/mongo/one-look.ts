/**
 * Answers everything that is asked for in one turn of the event loop by one look into the database.
 *
 * The look comes after the last question of the turn, so that nobody gets an answer older than their question.
 */
export function oneLook<T>(
  look: (ids: readonly string[]) => Promise<ReadonlyMap<string, T>>,
): (id: string) => Promise<T | undefined> {
  let asked = new Set<string>();
  let answer: Promise<ReadonlyMap<string, T>> | undefined;
  const lookNow = () => {
    const ids = [...asked];
    asked = new Set();
    answer = undefined;
    return look(ids);
  };
  return async (id) => {
    asked.add(id);
    answer ??= Promise.resolve().then(lookNow);
    return (await answer).get(id);
  };
}
