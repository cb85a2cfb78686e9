import type { BuildProfile } from '../../../api/builds/model';
import type { SubmitResult } from '../../../ui/dialogs/askText';
import { pickStep } from '../../../ui/dialogs/pickStep';
import type { StepResult } from '../../../ui/dialogs/runSteps';
import { factsText, type ChoiceRow } from './choiceRows';
import type { LastStart } from './lastStarts';
import type { CompleteChoices, KnownChoices, StartChoices } from './startChoices';
import type { StartLists } from './startLists';

/** What belongs to the workspace. */
export interface StartWorkspace {
  /** Comes back once it is known what belongs to it, or after a moment. */
  load(): Promise<void>;
  /** Whether a profile is one of it. */
  isHere(profile: BuildProfile): boolean;
  /** What is checked out where a profile is built from: the branch, and the hash of the commit. */
  checkedOut(
    profile: NonNullable<StartChoices['profile']>,
  ): { readonly branch: string | undefined; readonly commit: string | undefined } | undefined;
}

/** What the questions before a start take. */
export interface StartDialogOptions {
  /** What it is called where that is about something, as far as it is chosen. */
  title: (what: string) => string;
  profiles: () => Promise<readonly BuildProfile[]>;
  lists: StartLists;
  workspace: StartWorkspace;
  /** How a build of this profile, or of any, was started last. */
  last: (profileId?: string) => LastStart | undefined;
  /** Whether the server may take variables of a build. */
  acceptsVariables: () => boolean;
  /** Finds that out where the server says it, for the next time. */
  lookForVariables: () => void;
  /** Starts it. Refused keeps the last question open. */
  start: (choices: CompleteChoices) => Promise<SubmitResult<'next'>>;
}

/** How one thing is asked for. */
export interface ChoiceQuestion<V> {
  readonly placeHolder: string;
  readonly emptyText?: string;
  /** Those to choose from, the first offers before them. */
  readonly rows: () => Promise<ChoiceRow<V>[]>;
  /** The one that was meant by what the command was run on. */
  readonly isKnown?: (value: V) => boolean;
  /** The one of the last time. */
  readonly isLast: (value: V) => boolean;
  readonly choose: (value: V | undefined) => void;
  /** Whether there is something to choose beside the rows. */
  readonly isOpen?: boolean;
  /** Whether a server that has none needs none. */
  readonly isOptional?: boolean;
  readonly rowFor?: (typed: string) => ChoiceRow<V> | undefined;
  /** What a row without a value stands for. */
  readonly find?: (signal: AbortSignal) => Promise<SubmitResult<V>>;
}

/** What was chosen so far, and how one thing more is asked for: not at all where it is known or there is no choice. */
export class StartDialog {
  readonly choices: StartChoices;
  /** Whether all that follows is to be as it was the last time. */
  private isAsLastTime = false;

  constructor(
    readonly options: StartDialogOptions,
    readonly known: KnownChoices,
  ) {
    this.choices = { variables: known.variables ?? {} };
  }

  /** How a build of the chosen profile was started last. */
  get last(): LastStart | undefined {
    return this.options.last(this.choices.profile?.id);
  }

  get title(): string {
    const { profile, branch } = this.choices;
    return this.options.title(factsText([profile?.name, branch?.name]));
  }

  async ask<V>(canGoBack: boolean, question: ChoiceQuestion<V>): Promise<StepResult> {
    const { placeHolder, emptyText, rows, rowFor, find, choose } = question;
    const end = await pickStep<ChoiceRow<V>, 'next'>({
      title: this.title,
      placeHolder,
      canGoBack,
      rows,
      onlyRow: (all) => this.onlyRow(all, question),
      ...(emptyText !== undefined && { emptyText }),
      ...(rowFor && { rowFor }),
      accept: async ({ value, isAsLastTime, isToFind }, signal) => {
        const found = isToFind && find ? await find(signal) : { done: value };
        if ('refused' in found) {
          return found;
        }
        this.isAsLastTime ||= isAsLastTime === true;
        choose(found.done);
        return { done: 'next' };
      },
    });
    this.noteEnd(end);
    return end;
  }

  /** Who goes back wants something else than the last time. */
  noteEnd(end: StepResult): void {
    this.isAsLastTime &&= end !== 'back';
  }

  private onlyRow<V>(rows: readonly ChoiceRow<V>[], question: ChoiceQuestion<V>): ChoiceRow<V> | undefined {
    const { isKnown, isLast, isOpen = false, isOptional = false } = question;
    const choices = rows.filter(({ value, isAsLastTime }) => value !== undefined && !isAsLastTime);
    const find = (is: (value: V) => boolean) => choices.find(({ value }) => value !== undefined && is(value));
    if (choices.length === 0) {
      return isOptional ? { label: '' } : undefined;
    }
    return (
      (isKnown && find(isKnown)) ??
      (this.isAsLastTime ? find(isLast) : undefined) ??
      (choices.length === 1 && !isOpen ? choices[0] : undefined)
    );
  }
}
