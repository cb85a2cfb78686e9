import type { ReadProblem } from '../../../api/openapi/brief/readProblem';
import type { ValueProblem } from '../../../api/request/write/readRequest';
import { namesInSentence } from './accountOperations';

/** Why an operation is not called, and what a person can do instead: for a model. */
export function readProblemText(problem: ReadProblem): string {
  switch (problem) {
    case 'notGet':
      return `It may change something, and this tool only reads. ${byHand}`;
    case 'action':
      return `Its parameter "action" chooses what it does, which may change something. ${byHand}`;
    case 'changes':
      return `Although it is a GET, it changes something, and this tool only reads. ${byHand}`;
    case 'credentials':
      return 'It gives a credential, which tools are never given. Signing in does what it is for.';
    case 'file':
      return `It gives a file, or an address of one that is a secret. ${byHand}`;
  }
}

const byHand =
  'The person can run it: in the API Explorer view, New Request on this operation writes a request to look at and send.';

/** Why no request is made of values, and which to send: for a model. */
export function valueProblemText(problem: ValueProblem): string {
  switch (problem.kind) {
    case 'missing':
      return `Values are missing in "values": ${namesInSentence(problem.names)}. IDs come from operations that list things, or from the person.`;
    case 'unknown':
      return problem.known.length === 0
        ? `The operation takes no values, and got: ${namesInSentence(problem.names)}. Leave "values" out.`
        : `The operation has no parameters ${namesInSentence(problem.names)} that may be sent. It takes: ${namesInSentence(problem.known)}.`;
    case 'unfit':
      return `The value of ${namesInSentence([problem.name])} has to be: ${problem.type.replace(/[^\w ()|[\]"'.,:;{}?-]/g, '').slice(0, 200)}.`;
    case 'refused':
      return `The value of ${namesInSentence([problem.name])} is not sent: send one ID or word, without slashes, and no more than 1,000 characters.`;
  }
}
