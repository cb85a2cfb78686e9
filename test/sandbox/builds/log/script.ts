/** What a build does, step after step. */
import { androidSteps } from './android';
import { iosSteps } from './ios';
import type { BuildEnd, LogFacts, Platform, Step } from './steps';

/** The steps that a build gets to, up to the one at which it ends. */
export function stepsOf(platform: Platform, end: BuildEnd, facts: LogFacts): Step[] {
  const steps = platform === 'ios' ? iosSteps(end, facts) : androidSteps(end, facts);
  const last = steps.findIndex(({ outcome }) => outcome === 'failed' || outcome === 'stopped');
  return last === -1 ? steps : steps.slice(0, last + 1);
}
