import { get } from 'node:http';

/** Connections that were kept open learn of a server's end a moment later: asks until none of them is left. */
export async function untilRefused(address: string): Promise<void> {
  const ask = () =>
    new Promise<string | undefined>((resolve) => {
      get(address, (response) => {
        response.resume();
        resolve('answered');
      }).on('error', ({ code }: NodeJS.ErrnoException) => {
        resolve(code);
      });
    });
  while ((await ask()) !== 'ECONNREFUSED');
}
