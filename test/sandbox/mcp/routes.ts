/**
 * Appcircle's MCP server (appcircle-api section 6): streamable HTTP at the root of a host of its own, without sessions,
 * each answer a stream of events. What it speaks is the official SDK's; who may ask is the sandbox's.
 */
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Bearer } from '../bearer';
import type { World } from '../world';
import { mcpServerFor } from './tools';

export function mcpRoutes(app: FastifyInstance, world: World, bearer: Bearer): void {
  app.post('/', { preHandler: bearer.identify }, async (request, reply) => {
    const server = mcpServerFor(world, bearer.session(request));
    // Without a session there is nothing that a second request could come back to: one transport, one request.
    const transport = new WebStandardStreamableHTTPServerTransport();
    reply.raw.once('close', () => void server.close());
    await server.connect(transport);
    return reply.send(await transport.handleRequest(asWebRequest(request), { parsedBody: request.body }));
  });

  // It never speaks unasked, and a server may say so.
  app.get('/', { preHandler: bearer.identify }, async (_request, reply) =>
    reply.code(405).header('allow', 'POST').send({ message: 'Method Not Allowed' }),
  );
}

function asWebRequest(request: FastifyRequest): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) {
      headers.set(name, value.toString());
    }
  }
  return new Request(`http://${request.host}${request.url}`, { method: request.method, headers });
}
