import { combinedHeaders } from '../headers';
import type { HttpRequest } from '../request';
import { targetOf } from '../target';
import { kotlinString } from './literals';

/** The request in Kotlin, by OkHttp, with the token of the environment. */
export function kotlinSnippet(request: HttpRequest, base: string): string {
  const { method, body } = request;
  // OkHttp wants one for these methods.
  const text = body ?? (method.startsWith('P') ? '' : undefined);
  const bytes = text === undefined ? 'null' : `${kotlinString(text)}.toByteArray().toRequestBody()`;
  return [
    'import okhttp3.OkHttpClient',
    'import okhttp3.Request',
    'import okhttp3.RequestBody.Companion.toRequestBody',
    '',
    'fun main() {',
    '    val request = Request.Builder()',
    `        .url(${kotlinString(base + targetOf(request))})`,
    `        .method(${kotlinString(method)}, ${bytes})`,
    ...combinedHeaders(request).map(
      ([name, value]) => `        .header(${kotlinString(name)}, ${kotlinString(value)})`,
    ),
    '        .header("Authorization", "Bearer " + System.getenv("AC_ACCESS_TOKEN"))',
    '        .build()',
    '    OkHttpClient().newCall(request).execute().use { response ->',
    '        println("${response.code} ${response.body?.string()}")',
    '    }',
    '}',
  ].join('\n');
}
