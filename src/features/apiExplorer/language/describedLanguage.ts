import * as vscode from 'vscode';
import type { SessionStore } from '../../../account/sessionStore';
import type { RequestKnowledge } from '../assist/requestKnowledge';
import type { Descriptions } from '../descriptions/descriptions';
import { registerIdLinks } from '../ids/idLinks';
import { DescribedRequests } from './describedRequests';
import { registerRequestLanguage } from './registerLanguage';

/** Help with request documents by what is described. Loaded when the first of them is open. */
export function registerDescribedLanguage(
  sessions: SessionStore,
  { onDidChange }: Descriptions,
  { operations, bodies }: RequestKnowledge,
): vscode.Disposable {
  return vscode.Disposable.from(
    registerIdLinks({ sessions }),
    registerRequestLanguage({
      base: () => sessions.account?.hosts.api,
      described: new DescribedRequests(operations, bodies),
      onDidChange,
    }),
  );
}
