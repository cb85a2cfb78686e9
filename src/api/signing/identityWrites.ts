import { randomUUID } from 'node:crypto';
import { askForResponse, textOf } from '../builds/askForResponse';
import type { ApiClient } from '../client';
import { parseJson } from '../decode';
import { awaitAnsweredTask, deleteResource } from '../deleteResource';
import { Failure, isFailure, type NeededRole } from '../failure';
import { withRequiredRole } from '../roles';
import type { TaskPace } from '../tasks';

/** A small file that is held in memory until it was sent, and not longer. */
export interface IdentityFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A form with one file. */
interface IdentityUpload {
  readonly path: string;
  /** Name of the part with the file. */
  readonly filePart: string;
  readonly file: IdentityFile;
  /** Parts with secrets, by name. They go into the body of this request, and nowhere else. */
  readonly secrets?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
}

interface IdentityDeletion {
  readonly path: string;
  readonly role: NeededRole;
  readonly signal?: AbortSignal | undefined;
  readonly pace?: TaskPace | undefined;
}

/**
 * Sends a file and what opens it. What the server answers is not known (api/README 8.12), so nothing is read from it but
 * a task, which is awaited. Secrets are masked in whatever it says. Fails with `forbidden` and the role `manage`.
 */
export async function uploadIdentity(
  client: ApiClient,
  { path, filePart, file, secrets = {}, signal }: IdentityUpload,
): Promise<void> {
  const boundary = `----${randomUUID()}`;
  const body = formOf(boundary, filePart, file, secrets);
  const guards = Object.values(secrets)
    .filter((secret) => secret !== '')
    .map((secret) => client.redactor.protect(secret));
  try {
    await withRequiredRole('manage', async () => {
      const response = await askForResponse(client, {
        method: 'POST',
        target: path,
        headers: [
          ['Accept', 'application/json'],
          ['Content-Type', `multipart/form-data; boundary=${boundary}`],
        ],
        body,
        ...(signal && { signal }),
      });
      await awaitAnsweredTask(client, parseJson(textOf(response)), signal);
    });
  } catch (error) {
    throw withoutEcho(error, Object.values(secrets));
  } finally {
    for (const guard of guards) {
      guard.dispose();
    }
    // It holds a private key and what opens it: nobody has to find it in memory later.
    body.fill(0);
  }
}

/** Deletes one, at once or by a task. Fails as `deleteResource` does, and with `forbidden` and the role. */
export function deleteIdentity(
  client: ApiClient,
  { path, role, signal, pace }: IdentityDeletion,
): Promise<void> {
  return withRequiredRole(role, () => deleteResource(client, path, signal, pace));
}

/** A failure without words of the server that repeat a secret: a short one is masked nowhere, since it may be any word. */
function withoutEcho(error: unknown, secrets: readonly string[]): unknown {
  if (!isFailure(error)) {
    return error;
  }
  const { serverMessage, ...facts } = error.facts;
  const isEcho = secrets.some((secret) => secret !== '' && serverMessage?.includes(secret));
  return isEcho ? new Failure(error.kind, facts) : error;
}

/** A `multipart/form-data` body (RFC 7578). A secret with a line break could add parts: it is refused. */
function formOf(
  boundary: string,
  filePart: string,
  { name, bytes }: IdentityFile,
  secrets: Readonly<Record<string, string>>,
): Buffer {
  if (Object.values(secrets).some((secret) => /[\r\n\0]/.test(secret))) {
    throw new Failure('invalidInput', { code: 'REFUSED_FORM' });
  }
  const head = (part: string) => `--${boundary}\r\nContent-Disposition: form-data; name="${part}"`;
  const fields = Object.entries(secrets).map(([part, secret]) => `${head(part)}\r\n\r\n${secret}\r\n`);
  // As browsers write the name of a file (HTML, multipart/form-data encoding algorithm).
  const fileName = name.replace(/[\r\n"]/g, (character) => encodeURIComponent(character));
  return Buffer.concat([
    Buffer.from(
      `${fields.join('')}${head(filePart)}; filename="${fileName}"\r\n` +
        'Content-Type: application/octet-stream\r\n\r\n',
    ),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
}
