import * as vscode from 'vscode';
import type { Method } from '../../../api/openapi/model';
import { Color, type ColorId } from '../../../contributions';

/** Methods are told apart by the shape of their icon and by their name; the colour comes on top. */
const icons: Partial<Record<Method, [icon: string, color: ColorId | undefined]>> = {
  GET: ['arrow-down', Color.readMethod],
  HEAD: ['eye', Color.readMethod],
  POST: ['add', Color.createMethod],
  PUT: ['arrow-up', Color.changeMethod],
  PATCH: ['edit', Color.changeMethod],
  DELETE: ['trash', Color.deleteMethod],
  OPTIONS: ['question', undefined],
  TRACE: ['debug-line-by-line', undefined],
  QUERY: ['search', Color.readMethod],
};

export function methodIcon(method: Method): vscode.ThemeIcon {
  const [icon, color] = icons[method] ?? ['symbol-event', undefined];
  return new vscode.ThemeIcon(icon, color && new vscode.ThemeColor(color));
}
