/**
 * Signing identities (api/README 2.6, 14). Everybody may read them, owners write (17.1); whoever deletes a certificate or
 * a profile has to be that for builds as well, which a mode takes away.
 */
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Bearer } from '../bearer';
import { randomFor } from '../data/random';
import type { SigningList, SigningRow } from '../data/signing';
import { sendList } from '../paging';
import { found, Refusal } from '../refusal';
import { boundaryOf, readForm } from '../storage/form';
import type { World } from '../world';
import { sendDeletion } from './deletion';

interface ById {
  Params: { id: string };
}

/** What a form may have, whatever the case of its names (14). */
type Form = ReadonlyMap<string, { fileName: string | undefined; content: Buffer }>;

const root = '/signing-identity';
const year = 365 * 86_400_000;

export function signingRoutes(app: FastifyInstance, world: World, bearer: Bearer): void {
  const { lists, mode, clock } = world;
  const read = { preHandler: bearer.check };
  const manage = { preHandler: bearer.manage };
  let added = 0;

  const tableOf = (request: FastifyRequest, list: SigningList) =>
    lists.signing.of(bearer.session(request).organization)[list];

  const listRoute = (path: string, list: SigningList, named: string) => {
    app.get(`${root}${path}`, read, async (request, reply) =>
      sendList(request, reply, tableOf(request, list), named, mode),
    );
  };
  listRoute('/v2/certificates', 'certificates', 'items');
  listRoute('/v2/provisioning-profiles', 'provisioning-profiles', 'items');
  listRoute('/v2/keystores', 'keystores', 'items');
  listRoute('/v1/csr', 'csr', 'items');

  const deleteRoute = (path: string, list: SigningList, takesBoth: boolean) => {
    app.delete<ById>(`${root}${path}/:id`, manage, async (request, reply) => {
      if (takesBoth && !mode.signingManagesBuilds) {
        throw new Refusal(403, 'You are not authorized to perform this action.');
      }
      const table = tableOf(request, list);
      const { id } = found(request.params.id, (one) => table.find(one));
      return sendDeletion(world, bearer.session(request).organization, reply, () => {
        table.drop(id);
      });
    });
  };
  deleteRoute('/v2/certificates', 'certificates', true);
  deleteRoute('/v1/provisioning-profiles', 'provisioning-profiles', true);
  deleteRoute('/v2/keystores', 'keystores', false);
  deleteRoute('/v1/csr', 'csr', false);

  /** `secret`: the part whose value the file is not opened with where it begins so. */
  const uploadRoute = (path: string, list: SigningList, fileField: string, secret?: string) => {
    app.post(`${root}${path}`, manage, async (request, reply) => {
      const form = await formOf(request);
      const file = form.get('binary');
      if (!file?.fileName || file.content.length === 0) {
        throw new Refusal(400, 'The file is required.');
      }
      const password = secret === undefined ? undefined : form.get(secret)?.content.toString();
      if (secret !== undefined && (password === undefined || password.startsWith('wrong'))) {
        // Some servers repeat what they were sent.
        throw new Refusal(400, `The file is tampered or the password is wrong: ${password ?? ''}`);
      }
      added += 1;
      const row = {
        id: randomFor(added, `${list}/${file.fileName}/${clock.now()}`).guid(),
        name: file.fileName.replace(/\.\w+$/, ''),
        [fileField]: file.fileName,
        createDate: new Date(clock.now()).toISOString(),
        expireDate: new Date(clock.now() + year).toISOString(),
        ...(list === 'provisioning-profiles' && { appId: 'com.example.uploaded', hasCertificate: false }),
        ...(list === 'keystores' && { alias: 'uploaded' }),
      } as SigningRow;
      tableOf(request, list).append(row);
      return reply.send({ id: row.id });
    });
  };
  uploadRoute('/v2/certificates', 'certificates', 'filename', 'password');
  uploadRoute('/v2/provisioning-profiles', 'provisioning-profiles', 'filename');
  uploadRoute('/v2/keystores/binary', 'keystores', 'fileName', 'keystorepassword');
}

async function formOf({ body, headers }: FastifyRequest): Promise<Form> {
  const boundary = boundaryOf(headers['content-type'] ?? '');
  if (!Buffer.isBuffer(body) || boundary === undefined) {
    throw new Refusal(415, 'A form is expected.');
  }
  const form = new Map<string, { fileName: string | undefined; content: Buffer }>();
  let part = { fileName: undefined as string | undefined, content: Buffer.alloc(0) };
  for await (const piece of readForm(Readable.from([body]), boundary)) {
    if (Buffer.isBuffer(piece)) {
      part.content = Buffer.concat([part.content, piece]);
    } else {
      part = { fileName: piece.fileName, content: Buffer.alloc(0) };
      form.set(piece.name.toLowerCase(), part);
    }
  }
  return form;
}
