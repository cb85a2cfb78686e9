import ts from 'typescript';
import { read, sources, texts } from './files';

/** A text that a person sees, and where it is written. */
export interface ScreenText {
  text: string;
  place: string;
}

/** Every text of `vscode.l10n.t` and of package.nls.json. */
export function screenTexts(): ScreenText[] {
  const ofManifest = Object.entries(texts).map(([key, text]) => ({ text, place: `package.nls.json ${key}` }));
  return [...ofManifest, ...sources().flatMap(textsIn)];
}

function textsIn(file: string): ScreenText[] {
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
  const found: ScreenText[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /(^|\.)l10n\.t$/.test(node.expression.getText())) {
      const [text] = node.arguments;
      if (text && ts.isStringLiteralLike(text)) {
        found.push({ text: text.text, place: file });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
