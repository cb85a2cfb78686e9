import type { Account } from '../../../account/account';
import type { HttpRequest } from '../../../api/request/request';
import { confirmSend, type Recipient, type SendRisks } from '../requests/confirmSend';
import type { RequestValues } from '../requests/requestValues';
import type { ResponseDocuments } from '../responses/responseDocuments';
import type { AskingDeps } from './askingDeps';
import { namesInResponses } from './namesInResponses';
import { describeSubject } from './requestSubject';

/** What asking takes. */
interface AskerDeps {
  readonly asking: AskingDeps;
  readonly responses: ResponseDocuments;
  readonly values: RequestValues;
}

/** Asks before a request is sent, naming its operation and what it is done with; not again where that was agreed to. */
export async function askToSend(
  { asking, responses, values }: AskerDeps,
  account: Account,
  request: HttpRequest,
  to: Recipient,
  risks: SendRisks,
): Promise<boolean> {
  const { agreements } = asking;
  const seen = namesInResponses(responses.all.filter(({ account: { id } }) => id === account.id));
  const subject = describeSubject(request, {
    // Without them it is asked about all the same, by its address.
    operations: await asking.operations().catch(() => []),
    nameOf: (id) => values.names.of(account.id, id) ?? seen(id),
    redactor: responses.redactor,
  });
  const { key } = subject;
  const isAgreed = key !== undefined && agreements.has(account, key);
  return confirmSend(
    request,
    to,
    { ...risks, unsafe: risks.unsafe && !isAgreed },
    {
      ...subject,
      remember:
        key === undefined
          ? undefined
          : () => {
              agreements.add(account, key);
            },
    },
  );
}
