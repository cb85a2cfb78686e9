import * as vscode from 'vscode';
import type { Failure } from '../../api/failure';
import { failureText } from '../failures/failureText';
import { timeOfDay } from '../text/dates';
import type { ListState } from './accountList';

/**
 * What stands above the rows of a list, given those that are left after filtering. `below` is why what is below the
 * rows cannot be had.
 */
export function listMessage<T>(
  state: ListState<T>,
  rows: readonly T[],
  staleMessage: (time: string, sentence: string) => string,
  below?: Failure,
): string | undefined {
  const failure = failureIn(state);
  if (!failure && below) {
    return failureText(below).sentence;
  }
  if (!failure) {
    return rows.length === 0 && state.kind === 'ready' && state.rows.length > 0
      ? vscode.l10n.t('No results. Clear the filter to see everything.')
      : undefined;
  }
  const { sentence } = failureText(failure);
  return state.kind === 'ready' ? staleMessage(timeOfDay(state.loadedAt), sentence) : sentence;
}

/** Why a list has no rows, or old ones. A cancelled request does not count: the user wanted that. */
export function failureIn<T>(state: ListState<T>): Failure | undefined {
  const failure = state.kind === 'failed' ? state.failure : state.kind === 'ready' ? state.stale : undefined;
  return failure?.kind === 'cancelled' ? undefined : failure;
}
