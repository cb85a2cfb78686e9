import { pathBefore } from './pathBefore';
import type { FilePlace } from './place';
import { saidOf } from './saidOf';
import { framePlace, wordedPlace } from './wordedPlaces';

/** Of a line: no tool names a place beyond it, and what a program prints may be one line of many megabytes. */
const MAX_LINE_LENGTH = 4_000;

/** A line that names more is a list. */
const MAX_PLACES = 4;

/**
 * The end of a path and where in the file: `.swift:12:5` (clang, Swift, xcodebuild, Kotlin, javac, Dart, Metro, AAPT),
 * `.ts(12,5)` (TypeScript), `.kt: (12, 5)` (Kotlin before 1.9), `.dart 12:5` (Dart's stack traces), `Podfile:12` (Ruby).
 * It begins with what is rare, so that a line is read once.
 */
const ending =
  /(?:\.(?:swift|mm?|hh?|hpp|cc?|cpp|cxx|kts?|java|dart|[cm]?tsx?|[cm]?jsx?|gradle|groovy|xml|rb|podspec|json|ya?ml|plist|strings|storyboard|xib|pbxproj|metal|py|sh|go|rs|cs)|\b(?:Podfile|Fastfile|Appfile|Gemfile|Matchfile|Pluginfile))(?::(\d{1,7})(?::(\d{1,7}))?|\((\d{1,7}),(\d{1,7})\)|: \((\d{1,7}), (\d{1,7})\)| (\d{1,7}):(\d{1,7}))/g;

/**
 * The places that a line of a log names, first to last: what xcodebuild, Swift, clang, Gradle, Kotlin, javac, Flutter and
 * Dart, Metro, TypeScript, CocoaPods, fastlane, JUnit and XCTest print. Takes time in proportion to the line.
 */
export function findPlaces(wholeLine: string): FilePlace[] {
  const line = wholeLine.slice(0, MAX_LINE_LENGTH);
  const frame = framePlace(line);
  if (frame) {
    return [frame];
  }
  const places: FilePlace[] = [];
  for (const match of line.matchAll(ending)) {
    const [found, colonLine, colonColumn, ...others] = match;
    const numbers = [colonLine, colonColumn, ...others].filter((number) => number !== undefined).map(Number);
    const path = pathBefore(line, match.index + nameEnd(found), places.at(-1)?.end ?? 0);
    if (path) {
      const end = match.index + found.length;
      places.push({
        start: path.start,
        end,
        path: path.text,
        line: numbers[0],
        column: numbers[1],
        ...saidOf(line, path.start, end),
      });
    }
    if (places.length === MAX_PLACES) {
      break;
    }
  }
  const worded = places.length > 0 ? undefined : wordedPlace(line);
  return worded ? [worded] : places;
}

/** Where the name of the file ends in what was found, and where in the file begins. */
function nameEnd(found: string): number {
  return found.search(/[:( ]/);
}
