/**
 * Who asks: the session behind `Authorization: Bearer …` (appcircle-api 1.5). A token that is not good is answered with
 * 401, and somebody whose role may not do it with 403 (1.7, 4.7).
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Role } from './accounts';
import { Refusal } from './refusal';
import type { Session } from './sessions';
import type { World } from './world';

export class Bearer {
  private readonly sessionOf = new WeakMap<FastifyRequest, Session>();
  private refused = 0;

  constructor(private readonly world: World) {}

  /** To be used as a preHandler: a good token, and for what is no reading a role that may. */
  readonly check = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    await this.identify(request, reply);
    if (!reply.sent && !['GET', 'HEAD'].includes(request.method)) {
      this.refuseReader(request);
    }
  };

  /** For what operators may do too, whatever the method: versions, their files, builds. */
  readonly operate = async (request: FastifyRequest, reply: FastifyReply): Promise<void> =>
    this.admit(request, reply, ['owner', 'operator']);

  /** For what external operators may do too: versions and their files, but for those of builds (api/README 17.1). */
  readonly operateExternally = async (request: FastifyRequest, reply: FastifyReply): Promise<void> =>
    this.admit(request, reply, ['owner', 'operator', 'externalOperator']);

  /** For what everybody but external operators may do: the files of publish versions. */
  readonly inspect = async (request: FastifyRequest, reply: FastifyReply): Promise<void> =>
    this.admit(request, reply, ['owner', 'operator', 'viewer']);

  /** For what is up to owners: profiles and their settings (appcircle-api 1.7). */
  readonly manage = async (request: FastifyRequest, reply: FastifyReply): Promise<void> =>
    this.admit(request, reply, ['owner']);

  /** The same for a host on which the method does not tell a reader from a writer: a good token is enough. */
  readonly identify = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const { sessions, mode } = this.world;
    const value = request.headers.authorization ?? '';
    const token =
      /^Bearer +(\S+)$/i.exec(value)?.[1] ?? (mode.bareToken && !value.includes(' ') ? value : '');
    const session = sessions.judge(token) === 'valid' ? sessions.find(token) : undefined;
    if (session === undefined) {
      await this.refuse(reply);
    } else {
      this.sessionOf.set(request, session);
    }
  };

  /** The session of a request that passed the check. */
  session(request: FastifyRequest): Session {
    const session = this.sessionOf.get(request);
    if (session === undefined) {
      throw new Error('This route is not behind the bearer check.');
    }
    return session;
  }

  /** Throws for an account that may only read, and for external operators. */
  refuseReader(request: FastifyRequest): void {
    this.demand(request, ['owner', 'operator']);
  }

  private async admit(request: FastifyRequest, reply: FastifyReply, roles: readonly Role[]): Promise<void> {
    await this.identify(request, reply);
    if (!reply.sent) {
      this.demand(request, roles);
    }
  }

  private demand(request: FastifyRequest, roles: readonly Role[]): void {
    if (!roles.includes(this.session(request).account.role)) {
      throw new Refusal(403, 'You are not authorized to perform this action.');
    }
  }

  private async refuse(reply: FastifyReply): Promise<void> {
    this.refused += 1;
    const { unauthorizedBody } = this.world.mode;
    reply.code(401).header('www-authenticate', 'Bearer error="invalid_token"');
    const hasBody =
      unauthorizedBody === 'json' || (unauthorizedBody === 'alternate' && this.refused % 2 === 0);
    await (hasBody
      ? reply.send({
          message: 'The token is expired or not valid.',
          stackTrace: '   at Sandbox.Bearer.Check()',
        })
      : reply.send());
  }
}
