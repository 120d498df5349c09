/** Talks to the playground: reads, acts, and hears of changes. */

export const read = async (path) => {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
};

/** Does one act; a refusal becomes an Error with its reason. */
export async function act(name, fields) {
  const isForm = fields instanceof FormData;
  const response = await fetch(`/sim/${name}`, {
    method: 'POST',
    headers: isForm ? {} : { 'Content-Type': 'application/json' },
    body: isForm ? fields : JSON.stringify(fields),
  }).catch(() => {
    throw new Error('Belum tersambung. Coba lagi sebentar lagi.');
  });
  const answer = await response.json();
  if (!answer.ok) throw new Error(answer.why);
  return answer.result;
}

/** Follows the changes for ever; after every new connection `onOpen` is called. */
export function follow(onOpen, onChange, onLost) {
  const source = new EventSource('/sim/events');
  source.onopen = onOpen;
  source.onmessage = ({ data }) => onChange(JSON.parse(data));
  source.onerror = () => {
    onLost();
    if (source.readyState !== EventSource.CLOSED) return;
    setTimeout(() => follow(onOpen, onChange, onLost), 1500);
  };
}

export const fileUrl = (fileId, download = false) =>
  `/sim/file?id=${encodeURIComponent(fileId)}${download ? '&download=1' : ''}`;
