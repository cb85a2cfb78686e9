/**
 * Swagger UI on the api host and the documents that it names (appcircle-api section 10). That all of it is there without
 * a token is an assumption (D), and so are the modules' names.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Bearer } from '../bearer';
import { servedDocuments } from '../descriptions/modules';
import { entityTag, pageFiles, type PageFile } from '../descriptions/page';
import type { World } from '../world';

export function descriptionRoutes(app: FastifyInstance, world: World, bearer: Bearer): void {
  const preHandler = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (world.mode.descriptionsNeedToken) {
      await bearer.identify(request, reply);
    }
  };

  // Relative, as Swashbuckle redirects.
  for (const [path, location] of [
    ['/openapi', 'openapi/index.html'],
    ['/openapi/', 'index.html'],
  ] as const) {
    app.get(path, { preHandler }, async (_request, reply) => {
      if (world.mode.descriptions === 'absent') {
        reply.callNotFound();
        return reply;
      }
      return reply.code(301).header('location', location).send();
    });
  }

  app.get<{ Params: { '*': string } }>('/openapi/*', { preHandler }, async (request, reply) => {
    const file = fileAt(request.params['*'], world);
    if (file === undefined) {
      reply.callNotFound();
      return reply;
    }
    const tag = entityTag(file.text);
    if (request.headers['if-none-match'] === tag) {
      // Bare, without the tag, as Swashbuckle has it.
      return reply.code(304).send();
    }
    return reply.header('etag', tag).type(file.contentType).send(file.text);
  });
}

function fileAt(path: string, world: World): PageFile | undefined {
  const form = world.mode.descriptions;
  if (form === 'absent') {
    return undefined;
  }
  const documents = servedDocuments();
  return (
    pageFiles(
      form,
      documents.map(({ name, path: url }) => ({ name, url })),
    ).get(path) ?? documents.find((document) => document.path === path)
  );
}
