/**
 * The tools of the MCP server: a few of those that read (appcircle-api section 6), over the rows of the token's
 * organization. Each answers with Appcircle's envelope, as text.
 */
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import type { Profile } from '../data/profiles';
import type { Session } from '../sessions';
import type { World } from '../world';

const page = z.number().int().min(1).default(1);
const size = z.number().int().min(1).max(100).default(25);
const annotations = { readOnlyHint: true };

const result = (envelope: object, isError = false): CallToolResult => ({
  content: [{ type: 'text', text: JSON.stringify(envelope) }],
  isError,
});

const notFound = (tool: string, message: string): CallToolResult =>
  result({ success: false, error: { tool, type: 'not_found', message, details: null } }, true);

function pageOf(rows: readonly object[], at: number, length: number): CallToolResult {
  const data = rows.slice((at - 1) * length, at * length);
  return result({ success: true, data, meta: { page: at, size: length, total: rows.length } });
}

/** What a list shows of a profile: no settings, since they hold its password. */
const summary = ({ id, name }: Profile): { id: string; name: string } => ({ id, name });

/** A server for one request, which sees what the request's session may see. */
export function mcpServerFor(world: World, { organization }: Session): McpServer {
  const server = new McpServer({ name: 'appcircle', version: '3.30.0' });
  const profiles = (): readonly Profile[] => world.lists.profilesOf(organization).rows;

  server.registerTool(
    'get_distribution_profiles',
    {
      description: 'Lists the testing distribution profiles of the organization.',
      inputSchema: { page, size, search: z.string().optional() },
      annotations,
    },
    (asked) => {
      const wanted = (asked.search ?? '').toLowerCase();
      const found = profiles().filter(({ name }) => name.toLowerCase().includes(wanted));
      return pageOf(found.map(summary), asked.page, asked.size);
    },
  );

  server.registerTool(
    'get_distribution_profile_details',
    {
      description: 'One testing distribution profile.',
      inputSchema: { profile_id: z.string() },
      annotations,
    },
    ({ profile_id: id }) => {
      const found = profiles().find((profile) => profile.id === id);
      return found
        ? result({ success: true, data: summary(found), meta: {} })
        : notFound('get_distribution_profile_details', 'Profile not found.');
    },
  );

  server.registerTool(
    'get_testing_groups',
    { description: 'Lists the testing groups of the organization.', annotations },
    () => pageOf(world.lists.testingGroupsOf(organization).rows, 1, 100),
  );
  return server;
}
