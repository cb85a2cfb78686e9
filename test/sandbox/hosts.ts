/** The servers of the sandbox, and what each of them serves. */
import type { FastifyInstance } from 'fastify';
import { Bearer } from './bearer';
import { hookRoutes } from './hook/routes';
import { mcpRoutes } from './mcp/routes';
import type { HostName } from './requestLog';
import { AllRecords } from './builds/records';
import { buildRoutes } from './routes/build';
import { buildFileRoutes } from './routes/buildFiles';
import { buildQueueRoutes } from './routes/buildQueue';
import { controlRoutes } from './routes/control';
import { descriptionRoutes } from './routes/descriptions';
import { distributionRoutes } from './routes/distribution';
import { exchangeRoutes } from './routes/exchange';
import { identityRoutes } from './routes/identity';
import { publishRoutes } from './routes/publish';
import { publishRunRoutes } from './routes/publishRuns';
import { organizationRoutes } from './routes/organization';
import { storeRoutes } from './routes/store';
import { storeUploadRoutes } from './routes/storeUploads';
import { signingRoutes } from './routes/signing';
import { testingGroupRoutes } from './routes/testingGroups';
import { uploadRoutes } from './routes/uploads';
import { userInfoRoutes } from './routes/userInfo';
import { variableRoutes } from './routes/variables';
import { versionRoutes } from './routes/versions';
import type { Sandbox } from './sandbox';
import { newApp, newHost } from './server';
import { storageRoutes } from './storage/routes';
import type { World } from './world';

/** Each makes a server that does not listen yet. */
export function buildHosts(
  world: World,
  sandbox: Sandbox,
): Readonly<Record<HostName | 'control', () => FastifyInstance>> {
  return {
    api: () => {
      const app = newHost(world, 'api');
      const bearer = new Bearer(world);
      identityRoutes(app, world, bearer);
      distributionRoutes(app, world, bearer);
      versionRoutes(app, world, bearer);
      uploadRoutes(app, world, bearer);
      testingGroupRoutes(app, world, bearer);
      const builds = new AllRecords(world);
      buildRoutes(app, world, bearer, builds);
      buildQueueRoutes(app, world, bearer, builds);
      buildFileRoutes(app, world, bearer, builds);
      variableRoutes(app, world, bearer);
      publishRoutes(app, world, bearer);
      publishRunRoutes(app, world, bearer);
      organizationRoutes(app, world, bearer);
      storeRoutes(app, world, bearer);
      storeUploadRoutes(app, world, bearer);
      signingRoutes(app, world, bearer);
      descriptionRoutes(app, world, bearer);
      controlRoutes(app, sandbox);
      return app;
    },
    auth: () => {
      const app = newHost(world, 'auth');
      exchangeRoutes(app, world);
      userInfoRoutes(app, world, new Bearer(world));
      return app;
    },
    mcp: () => {
      const app = newHost(world, 'mcp');
      mcpRoutes(app, world, new Bearer(world));
      return app;
    },
    hook: () => {
      const app = newHost(world, 'hook');
      hookRoutes(app, world, new Bearer(world));
      return app;
    },
    storage: () => {
      const app = newHost(world, 'storage');
      storageRoutes(app, world);
      return app;
    },
    control: () => {
      const app = newApp();
      controlRoutes(app, sandbox);
      return app;
    },
  };
}
