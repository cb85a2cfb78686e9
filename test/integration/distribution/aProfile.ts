import assert from 'node:assert/strict';
import { control, sandbox } from '../support/sandbox';

/** A profile of the active account whose name is plain. */
export async function aProfile(): Promise<{ id: string; name: string }> {
  const { accessTokens } = (await control('secrets')) as { accessTokens: string[] };
  const answer = await fetch(`${sandbox.apiEndpoint}/distribution/v2/profiles`, {
    headers: { authorization: `Bearer ${accessTokens.at(-1) ?? ''}` },
  });
  const found = ((await answer.json()) as { id: string; name: string }[]).findLast(({ name }) =>
    /^[\w ]+$/.test(name),
  );
  assert.ok(found);
  return found;
}
