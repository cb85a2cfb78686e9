import type { HttpRequest } from '../request';
import { ciStep } from './ciStep';
import { curlCommand } from './curl';
import { fetchSnippet } from './fetchSnippet';
import { kotlinSnippet } from './kotlin';
import { powershellCommand } from './powershell';
import { pythonSnippet } from './python';
import { swiftSnippet } from './swift';

/** Writes a request for somewhere else; undefined where it cannot be sent from there. */
type CopyWriter = (request: HttpRequest, base: string) => string | undefined;

/** Each reads the token from the environment, and none has it (T11). */
export const copyForms = {
  curl: (request, base) => curlCommand(request, base),
  powershell: powershellCommand,
  fetch: fetchSnippet,
  python: pythonSnippet,
  swift: swiftSnippet,
  kotlin: kotlinSnippet,
  ci: ciStep,
} satisfies Record<string, CopyWriter>;

export type CopyForm = keyof typeof copyForms;

/** Whether the form can have files in the body: those that a shell reads. */
export function takesFiles(form: CopyForm): boolean {
  return form === 'curl' || form === 'ci';
}
