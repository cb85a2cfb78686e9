import * as vscode from 'vscode';

/** The picture of an app: its platforms, and whether it is pinned, told apart by shape. */
export function profileIcon(
  extension: vscode.Uri,
  platforms: { readonly ios: boolean; readonly android: boolean },
  pinned: boolean,
): { light: vscode.Uri; dark: vscode.Uri } {
  const { ios, android } = platforms;
  const platform = ios && android ? 'both' : ios ? 'ios' : android ? 'android' : 'none';
  const file = `${platform}${pinned ? '-pinned' : ''}.svg`;
  return {
    light: vscode.Uri.joinPath(extension, 'media', 'profile', 'light', file),
    dark: vscode.Uri.joinPath(extension, 'media', 'profile', 'dark', file),
  };
}
