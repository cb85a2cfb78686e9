import * as vscode from 'vscode';
import type { CommandScope } from '../../account/commandScope';
import { toFailure, type Failure } from '../../api/failure';
import type { SubmitResult } from './askText';
import { failureText } from '../failures/failureText';

/**
 * What became of a write that a box waits for. Nothing is written where the account is no longer the active one. A
 * failure keeps the box open, with what was typed and a sentence, which `refusal` makes.
 */
export async function submitWrite<T>(
  scope: Pick<CommandScope, 'isCurrent'>,
  write: () => Promise<T>,
  refusal = validationTextOf,
): Promise<SubmitResult<T>> {
  if (!scope.isCurrent()) {
    return {
      refused: vscode.l10n.t('The account changed. This was for the previous account.'),
    };
  }
  try {
    return { done: await write() };
  } catch (error) {
    return { refused: refusal(toFailure(error)) };
  }
}

/** A failure as a sentence below a box. */
export function validationTextOf(failure: Failure): string {
  return failureText(failure).sentence;
}
