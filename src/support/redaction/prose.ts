/** Words that go on with a sentence behind "Token:" or "Bearer". */
const goingOn = new Set(
  (
    'a an and are as at auth authentication authorization be been but by can cannot could credentials did do does error ' +
    'expected expired expires failed for format from had has have header headers if in incorrect invalid is it its key ' +
    'length malformed may missing must no none not of on only or please provided realm rejected required revoked scheme ' +
    'should that the this to token tokens type unknown unsupported use value values was were when will with without ' +
    'wrong you your'
  ).split(' '),
);

/** Whether it is such a word, and so no secret. */
export function isProse(word: string): boolean {
  return goingOn.has(word.toLowerCase().replace(/[.,;:!?]{1,3}$/, ''));
}
