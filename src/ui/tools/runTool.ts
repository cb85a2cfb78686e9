import { answerText } from './answerText';
import { quoted } from './quoted';
import type { ToolAnswer, ToolCall } from './tool';

/**
 * The answer of a tool as text, with the moment that it is from (R72), its server, and what a person calls the account.
 * `work` ended while the call was allowed.
 */
export async function runTool(work: Promise<ToolAnswer>, call: ToolCall, account: string): Promise<string> {
  const { client } = call.scope;
  const facts = await work;
  const answer = {
    at: new Date(call.now).toISOString(),
    server: client.host,
    account: quoted(account),
    ...facts,
  };
  return answerText(answer, client.redactor);
}
