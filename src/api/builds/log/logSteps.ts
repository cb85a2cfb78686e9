import { sectionMarkersIn, type LineKind, type SectionMarker } from './logMarkers';

/**
 * A step of a workflow, as the log tells it. Lines count from 0. `unknown`: the log ended before the step did. A step that
 * wrote an error is a failed one, whatever became of the build.
 */
export interface LogStep {
  /** Untrusted text. */
  readonly name: string;
  readonly firstLine: number;
  /** Undefined while it runs. */
  readonly lastLine: number | undefined;
  /** Milliseconds since 1970, where its markers tell. */
  readonly startedAt: number | undefined;
  readonly endedAt: number | undefined;
  readonly state: 'running' | 'completed' | 'failed' | 'unknown';
  /** The first line that it marked as an error. */
  readonly firstErrorLine: number | undefined;
  /** The first line that says so in the words of a tool. */
  readonly firstFaultLine: number | undefined;
}

/** A part of the log that can be folded: a step, or what a step marked. */
export interface LogSection {
  readonly firstLine: number;
  /** Undefined while it is open. */
  readonly lastLine: number | undefined;
}

/** What tools write where something is wrong: compilers, Gradle, Kotlin, CocoaPods and fastlane. */
const fault =
  /:\d{1,7}:(?:\d{1,7}:)? (?:fatal )?error:|^\s{0,8}(?:\[[^\]]{1,20}\] )?(?:fatal )?error:\s|^e: |^FAILURE: |^\[!\] |^> Task :\S{1,200} FAILED|^fatal: /i;

/** Where a line begins to say what is wrong in the words of a tool; undefined for one that does not. */
export function faultStartIn(text: string): number | undefined {
  const found = fault.exec(text);
  return found ? found.index + Math.max(0, found[0].search(/(?:fatal )?error:/i)) : undefined;
}

/** Sections within sections; what is further in is not marked. */
const MAX_DEPTH = 40;

interface OpenSection {
  firstLine: number;
  lastLine: number | undefined;
  name: string;
  step: MutableStep | undefined;
}

type MutableStep = { -readonly [Key in keyof LogStep]: LogStep[Key] };

/**
 * Finds the steps of a log while its lines come. Steps follow one another: the next one ends the last, if its own end was
 * not written. Any other section is part of the step that it stands in.
 */
export class LogSteps {
  readonly steps: readonly LogStep[];
  readonly sections: readonly LogSection[];
  private readonly ownSteps: MutableStep[] = [];
  private readonly ownSections: OpenSection[] = [];
  /** From the outermost to the innermost. */
  private open: OpenSection[] = [];

  constructor() {
    this.steps = this.ownSteps;
    this.sections = this.ownSections;
  }

  /** Takes the next line. */
  add(line: number, text: string, kind: LineKind | undefined): void {
    const current = this.currentStep;
    if (current && kind === 'error') {
      current.firstErrorLine ??= line;
    } else if (current && kind === undefined && current.firstFaultLine === undefined && fault.test(text)) {
      current.firstFaultLine = line;
    }
    if (kind === 'section') {
      for (const marker of sectionMarkersIn(text)) {
        if (marker.kind === 'begin') {
          this.begin(line, marker);
        } else {
          this.end(line, marker);
        }
      }
    }
  }

  /** There are no more lines. */
  finish(lastLine: number): void {
    for (const { step } of this.open) {
      if (step) {
        step.state = step.firstErrorLine === undefined ? 'unknown' : 'failed';
      }
    }
    this.close(0, lastLine);
  }

  private get currentStep(): MutableStep | undefined {
    return this.open.find(({ step }) => step)?.step;
  }

  private begin(line: number, { name, isStep, time }: SectionMarker): void {
    if (!isStep && this.open.length >= MAX_DEPTH) {
      return;
    }
    if (isStep) {
      this.close(0, Math.max(line - 1, this.open.at(-1)?.firstLine ?? 0), time);
    }
    const section: OpenSection = { firstLine: line, lastLine: undefined, name, step: undefined };
    if (isStep || !this.currentStep) {
      section.step = {
        name,
        firstLine: line,
        lastLine: undefined,
        startedAt: time,
        endedAt: undefined,
        state: 'running',
        firstErrorLine: undefined,
        firstFaultLine: undefined,
      };
      this.ownSteps.push(section.step);
    }
    this.open.push(section);
    this.ownSections.push(section);
  }

  private end(line: number, { name, isStep, time }: SectionMarker): void {
    const named = name === '' ? -1 : this.open.findLastIndex((section) => section.name === name);
    const innermost = this.open.length - 1;
    this.close(Math.max(0, named >= 0 ? named : isStep && name !== '' ? 0 : innermost), line, time);
  }

  /** Ends the sections from this one on. */
  private close(from: number, lastLine: number, time?: number): void {
    for (const section of this.open.slice(from)) {
      section.lastLine = lastLine;
      const { step } = section;
      if (step) {
        step.lastLine = lastLine;
        step.endedAt = time;
        step.state =
          step.state !== 'running' ? step.state : step.firstErrorLine === undefined ? 'completed' : 'failed';
      }
    }
    this.open = this.open.slice(0, from);
  }
}
