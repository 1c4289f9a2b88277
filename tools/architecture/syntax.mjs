import ts from 'typescript';

/** Every call and `new` of a file: the callee as written (`Date.now`, `new Date`), its line, whether without arguments. */
export function calls(file) {
  return walk(file, (node, source) => {
    if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return undefined;
    const name = node.expression.getText(source).replaceAll('?.', '.');
    return { callee: ts.isNewExpression(node) ? `new ${name}` : name, isEmpty: (node.arguments?.length ?? 0) === 0 };
  });
}

/** Every piece of text between quotes or backticks, with the line it begins on. */
export function literals(file) {
  return walk(file, (node) => {
    const isText =
      ts.isStringLiteral(node) ||
      ts.isNoSubstitutionTemplateLiteral(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddle(node) ||
      ts.isTemplateTail(node);
    return isText ? { text: node.text } : undefined;
  });
}

function walk({ path, text }, pick) {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false, kind);
  const found = [];
  const visit = (node) => {
    const picked = pick(node, source);
    if (picked !== undefined) {
      found.push({ ...picked, line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
