import type { Parameter } from '../../openapi/model';
import { encodeValue } from '../encoding';

/** What stands in a path before the value of a parameter, by its style: `.` (label) or `;id=` (matrix). */
export function pathPrefix(parameter: Parameter | undefined): string {
  switch (parameter?.pathStyle) {
    case 'label':
      return '.';
    case 'matrix':
      return `;${encodeValue(parameter.name)}=`;
    case undefined:
      return '';
  }
}
