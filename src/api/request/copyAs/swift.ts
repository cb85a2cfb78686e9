import { combinedHeaders } from '../headers';
import type { HttpRequest } from '../request';
import { targetOf } from '../target';
import { swiftString } from './literals';

/**
 * The request in Swift, by `URLSession`, with the token of the environment. A body without a `Content-Type` gets one of
 * `URLSession`'s own.
 */
export function swiftSnippet(request: HttpRequest, base: string): string {
  const { method, body } = request;
  const set = (value: string, name: string) => `request.setValue(${value}, forHTTPHeaderField: ${name})`;
  return [
    'import Foundation',
    '#if canImport(FoundationNetworking)',
    'import FoundationNetworking',
    '#endif',
    '',
    'let token = ProcessInfo.processInfo.environment["AC_ACCESS_TOKEN"] ?? ""',
    `var request = URLRequest(url: URL(string: ${swiftString(base + targetOf(request))})!)`,
    `request.httpMethod = ${swiftString(method)}`,
    ...combinedHeaders(request).map(([name, value]) => set(swiftString(value), swiftString(name))),
    set('"Bearer " + token', '"Authorization"'),
    ...(body === undefined ? [] : [`request.httpBody = Data(${swiftString(body)}.utf8)`]),
    '',
    'let (data, response) = try await URLSession.shared.data(for: request)',
    'print((response as? HTTPURLResponse)?.statusCode ?? 0, String(decoding: data, as: UTF8.self))',
  ].join('\n');
}
