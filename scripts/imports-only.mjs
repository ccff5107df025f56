// Babel settings for dependency-cruiser, which cannot use TypeScript 7: of each file it sees the imports, types included.

/** What is kept of Babel's nodes. @typedef {{ type: string, source?: Node | null, arguments?: Node[] }} Node */

/** The module a statement or an `import()` names; null if none, or if it is computed. */
function importedModule(/** @type {Node} */ node) {
  const source = node.source ?? node.arguments?.[0] ?? null;
  return source?.type === 'StringLiteral' ? source : null;
}

/** @param {{ types: { importDeclaration: (specifiers: [], source: Node) => Node } }} babel */
function keepImports({ types }) {
  /** @type {Node[]} */
  let imports = [];
  const keep = (/** @type {Node} */ node) => {
    const source = importedModule(node);
    if (source !== null) imports.push(types.importDeclaration([], source));
  };
  return {
    visitor: {
      Program(/** @type {{ node: { body: Node[] }, traverse: (visitor: object) => void }} */ program) {
        imports = [];
        program.traverse({
          'ImportDeclaration|ExportNamedDeclaration|ExportAllDeclaration'(
            /** @type {{ node: Node }} */ path,
          ) {
            keep(path.node);
          },
          Import(/** @type {{ parent: Node }} */ path) {
            keep(path.parent);
          },
        });
        program.node.body = imports;
      },
    },
  };
}

export default {
  babelrc: false,
  configFile: false,
  parserOpts: { plugins: ['typescript', 'jsx'] },
  plugins: [keepImports],
};
