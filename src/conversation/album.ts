import type { Act } from '../talk';
import { type Remark, joined } from './look';
import type { Memory } from './memory';
import type { Scenery, Turn } from './turn';

const albumCalled = ({ album }: Memory, id: string) => (album?.id === id ? album : undefined);

/** Answers all photos of one album in one message, which counts them. */
export function ofAlbum({ memory, incoming }: Scenery, id: string | undefined, turn: Turn): Turn {
  if (id === undefined) return turn;
  const earlier = albumCalled(memory, id)?.row;
  const row = earlier ?? `${incoming.update}:0`;
  const again = (act: Act): Act =>
    act.do === 'say' ? { do: 'edit', of: { row }, card: act.card } : act;
  const said = albumCalled(turn.memory, id)?.said;
  return {
    ...turn,
    memory: { ...turn.memory, album: { id, row, ...(said && { said }) } },
    acts: earlier === undefined ? turn.acts : turn.acts.map(again),
  };
}

/** Keeps what is said of one photo in sight while the others of its album arrive. */
export function throughAlbum(
  scenery: Scenery,
  id: string | undefined,
  remark: Remark,
): { readonly scenery: Scenery; readonly remark: Remark } {
  if (id === undefined) return { scenery, remark };
  const earlier = albumCalled(scenery.memory, id);
  const said = joined(earlier?.said, remark);
  const album = { id, row: earlier?.row ?? `${scenery.incoming.update}:0`, said };
  return { scenery: { ...scenery, memory: { ...scenery.memory, album } }, remark: said };
}
