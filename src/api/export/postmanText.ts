import { visibleLines } from '../../support/visibleText';

/** Text that Postman shows as it stands. */
export interface PostmanText {
  readonly content: string;
  readonly type: 'text/plain';
}

/** Text of others for a description: nothing of it is a link or a picture. */
export function plainText(text: string): PostmanText {
  return { content: textOfOthers(text), type: 'text/plain' };
}

/** Text in which Postman finds no variable: two braces are kept apart. What cannot be seen is made visible. */
export function textOfOthers(text: string): string {
  return visibleLines(text).replace(/\{(?=\{)/g, '{ ');
}
