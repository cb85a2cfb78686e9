import type { HttpRequest } from '../request';
import { curlCommand } from './curl';

/**
 * The request as a script for a step of a workflow, in Appcircle's Custom Script or elsewhere: it ends with a failure
 * where the environment has no token, and where the server refuses the request.
 */
export function ciStep(request: HttpRequest, base: string): string {
  return [
    '#!/usr/bin/env bash',
    'set -euo pipefail',
    ': "${AC_ACCESS_TOKEN:?}"',
    curlCommand(request, base, '--fail-with-body --silent --show-error '),
    '',
  ].join('\n');
}
