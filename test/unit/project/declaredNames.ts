import path from 'node:path';
import ts from 'typescript';

/** The names of one file. */
export interface DeclaredNames {
  /** Whatever the file names, and the file itself, in both cases of the first letter. */
  all: Set<string>;
  /** Classes, interfaces and type aliases of it, and the type that a file of this name would hold. */
  types: Set<string>;
  /** What others can import. What is passed on from another file is declared there. */
  exported: Set<string>;
}

/** The names that a file chooses. What stands in an object or is taken out of one was named by its type. */
export function declaredNames(file: string, text: string): DeclaredNames {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const stem = path.posix.basename(file, '.ts');
  const type = stem.charAt(0).toUpperCase() + stem.slice(1);
  const names: DeclaredNames = {
    all: new Set([stem, type]),
    types: new Set([type]),
    exported: new Set(source.statements.flatMap(exportedNames)),
  };
  const visit = (node: ts.Node): void => {
    const { name } = node as ts.NamedDeclaration;
    if (name && ts.isIdentifier(name) && !isNamedElsewhere(node)) {
      names.all.add(name.text);
      if (isType(node)) names.types.add(name.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
}

function isNamedElsewhere(node: ts.Node): boolean {
  return (
    ts.isPropertyAccessExpression(node) ||
    ts.isMetaProperty(node) ||
    ts.isObjectLiteralExpression(node.parent) ||
    ((ts.isImportSpecifier(node) || ts.isExportSpecifier(node)) && !node.propertyName) ||
    (ts.isBindingElement(node) && !node.propertyName && ts.isObjectBindingPattern(node.parent))
  );
}

function isType(node: ts.Node): boolean {
  return ts.isClassLike(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
}

function exportedNames(statement: ts.Statement): string[] {
  if (ts.isExportDeclaration(statement)) {
    const clause = statement.moduleSpecifier ? undefined : statement.exportClause;
    return clause && ts.isNamedExports(clause) ? clause.elements.map(({ name }) => name.text) : [];
  }
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  if (!modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
  const declarations: readonly ts.NamedDeclaration[] = ts.isVariableStatement(statement)
    ? statement.declarationList.declarations
    : [statement as unknown as ts.NamedDeclaration];
  return declarations.flatMap(({ name }) => (name && ts.isIdentifier(name) ? [name.text] : []));
}

/** The names that more than one file exports, and which do. */
export function exportedTwice(
  files: readonly (readonly [file: string, exported: ReadonlySet<string>])[],
): Map<string, string> {
  const exporting = new Map<string, string[]>();
  for (const [file, exported] of files) {
    for (const name of exported) exporting.set(name, [...(exporting.get(name) ?? []), file]);
  }
  const twice = [...exporting].filter(([, all]) => all.length > 1);
  return new Map(twice.map(([name, all]) => [name, all.join(', ')]));
}
