import { visibleText } from '../../../support/visibleText';

/**
 * Writes a text with those characters in another way that a terminal would change or act on while it is pasted, or
 * that would deceive who looks at it first: control characters and marks that reorder text.
 */
export function mapInvisibles(
  text: string,
  visible: (run: string) => string,
  invisible: (character: string) => string,
) {
  const written: string[] = [];
  let run = '';
  const endRun = () => {
    written.push(...(run === '' ? [] : [visible(run)]));
    run = '';
  };
  for (const character of text) {
    if (visibleText(character) === character) {
      run += character;
    } else {
      endRun();
      written.push(invisible(character));
    }
  }
  endRun();
  return written;
}
