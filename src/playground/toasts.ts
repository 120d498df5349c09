import type { Changes, Toast } from './changes';

const keptPerPerson = 200;

/** Remembers what the taps of each person were answered with, oldest first. */
export function openToasts(changes: Changes): (personId: number) => readonly Toast[] {
  const toasts = new Map<number, Toast[]>();
  changes.listen((change) => {
    if (change.kind !== 'toast') return;
    const former = toasts.get(change.personId) ?? [];
    toasts.set(change.personId, [...former, change.toast].slice(-keptPerPerson));
  });
  return (personId) => toasts.get(personId) ?? [];
}
