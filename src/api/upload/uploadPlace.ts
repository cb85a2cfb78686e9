import type { components } from '../appcircle';
import type { ApiClient } from '../client';
import { JsonObject, type KnownField } from '../decode';
import { Failure } from '../failure';
import type { StoredBytes } from '../files/fileStorage';
import { formFields, uploadForm, type FormFields } from './uploadForm';
import type { UploadFile } from './uploadFile';
import type { UploadTarget } from './uploadTarget';

type InformationField = KnownField<components['schemas']['UploadInformation']>;
type ConfigurationField = KnownField<components['schemas']['UploadConfiguration']>;

/** Where one file may be put, for as long as the signature lasts. What is signed cannot be read out of it. */
export class UploadPlace {
  readonly #url: string;
  readonly #fields: FormFields | undefined;

  constructor(
    readonly fileId: string,
    url: string,
    /** Of a form that is sent by POST; undefined for a PUT of the bytes. */
    fields: FormFields | undefined,
  ) {
    this.#url = url;
    this.#fields = fields;
  }

  /** How a file of this size gets there; `onSent` is told the bytes of the file itself. */
  request(
    file: Pick<UploadFile, 'name' | 'open'>,
    size: number,
    onSent: (bytes: number, attempt: number) => void,
  ): Pick<StoredBytes, 'url' | 'method' | 'headers' | 'body' | 'onSent'> {
    const url = this.#url;
    if (!this.#fields) {
      return {
        url,
        method: 'PUT',
        headers: { 'Content-Type': 'application/octet-stream' },
        body: { stream: () => file.open(), length: size },
        onSent,
      };
    }
    const { contentType, body, headLength } = uploadForm(this.#fields, file, size);
    return {
      url,
      method: 'POST',
      headers: { 'Content-Type': contentType },
      body,
      onSent: (bytes, attempt) => {
        onSent(Math.min(Math.max(bytes - headLength, 0), size), attempt);
      },
    };
  }
}

/**
 * Announces a file and is told where to put it.
 * `GET …/app-versions?action=uploadInformation` (api/README 2.1, 4.1, A).
 */
export async function announce(
  client: ApiClient,
  target: UploadTarget,
  file: { name: string; size: number },
  signal?: AbortSignal,
): Promise<UploadPlace> {
  const response = await client.get({
    path: target.path,
    query: { action: 'uploadInformation', fileSize: String(file.size), fileName: file.name },
    ...(signal && { signal }),
  });
  const row = JsonObject.of<InformationField>(response);
  const fileId = row?.text('fileId');
  const url = row?.text('uploadUrl');
  if (!row || fileId === undefined || url === undefined) {
    throw new Failure('unreadableAnswer', { host: client.host });
  }
  return new UploadPlace(fileId, url, fieldsIn(row.object('configuration'), client.host));
}

/** Older servers have no configuration; then it is a PUT. */
function fieldsIn(
  configuration: JsonObject<ConfigurationField> | undefined,
  host: string,
): FormFields | undefined {
  switch (configuration?.text('httpMethod')?.toUpperCase() ?? 'PUT') {
    case 'PUT':
      return undefined;
    case 'POST':
      return formFields(configuration?.object('signParameters')?.raw ?? {}, host);
    default:
      throw new Failure('unreadableAnswer', { host, code: 'UPLOAD_METHOD' });
  }
}
