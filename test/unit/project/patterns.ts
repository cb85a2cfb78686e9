import ts from 'typescript';

/** A regular expression of the source, and where it stands. */
export interface Pattern {
  place: string;
  source: string;
  flags: string;
}

export interface FoundPatterns {
  patterns: Pattern[];
  /** What is made into a regular expression while the program runs: nobody can check it before. */
  dynamic: string[];
}

/** Every regular expression of a file: literals, and what is handed to `RegExp`, `match`, `matchAll` and `search`. */
export function patternsIn(file: string, text: string): FoundPatterns {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: FoundPatterns = { patterns: [], dynamic: [] };
  const visit = (node: ts.Node): void => {
    const place = `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      found.patterns.push({ place, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    } else if (ts.isIdentifier(node) && node.text === 'RegExp' && !ts.isTypeReferenceNode(node.parent)) {
      found.dynamic.push(`${place}: ${node.parent.getText()}`);
    } else if (ts.isCallExpression(node) && takesPattern(node)) {
      found.dynamic.push(`${place}: ${node.getText()}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** `text.match('…')`: a text is made into a regular expression by these. */
function takesPattern({ expression, arguments: [first] }: ts.CallExpression): boolean {
  return (
    ts.isPropertyAccessExpression(expression) &&
    ['match', 'matchAll', 'search'].includes(expression.name.text) &&
    first !== undefined &&
    (ts.isStringLiteralLike(first) || ts.isTemplateExpression(first))
  );
}
