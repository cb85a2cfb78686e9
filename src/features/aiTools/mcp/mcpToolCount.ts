import { JsonObject } from '../../../api/decode';
import { findAcceptedToken, type TrialDeps } from './acceptedToken';
import { firstMessage } from './firstMessage';
import type { McpOffer } from './mcpOffer';
import { sendMessage, type McpConversation } from './mcpTrial';

/** More pages than any server has tools for; one that never ends is not waited for. */
const MAX_PAGES = 20;

/**
 * How many tools an MCP server offers with the token of an account (R68); undefined where it does not tell: it rejects
 * the token, does not respond, or speaks otherwise. Sends the token, so the person said yes to that before.
 */
export async function countMcpTools(
  offer: McpOffer,
  deps: TrialDeps,
  signal: AbortSignal,
): Promise<number | undefined> {
  const counts: (number | undefined)[] = [];
  const whileReady = async (conversation: McpConversation) => {
    counts.push(await countIn(conversation));
  };
  await findAcceptedToken(offer, deps, { signal, whileReady });
  return counts.at(-1);
}

async function countIn(conversation: McpConversation): Promise<number | undefined> {
  const ready = await sendMessage(conversation, { method: 'notifications/initialized' });
  await ready.body?.cancel();
  let count = 0;
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES; page++) {
    const params = cursor === undefined ? {} : { cursor };
    const response = await sendMessage(conversation, { id: page + 2, method: 'tools/list', params });
    const result = JsonObject.of(await firstMessage(response))?.object('result');
    const tools = result?.raw['tools'];
    if (!Array.isArray(tools)) {
      return undefined;
    }
    count += tools.length;
    cursor = result?.text('nextCursor');
    if (cursor === undefined) {
      return count;
    }
  }
  return undefined;
}
