import { aPlayground, siti } from './ground';

/** Says one thing after the other and prints the id of each update, until it is killed. */
async function sayUntilKilled(dir: string): Promise<void> {
  const { telegram } = await aPlayground({ dir });
  const sayNext = () => {
    const { updateId = 0 } = telegram.says(siti, 'halo');
    process.stdout.write(`${updateId}\n`);
    setImmediate(sayNext);
  };
  sayNext();
}

void sayUntilKilled(process.argv[2] ?? '');
