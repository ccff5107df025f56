/** `npm run graph`: draws who imports whom, folder by folder, into docs/import-graph.svg. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Graphviz } from '@hpcc-js/wasm-graphviz';
import { cruiseArguments } from './checks.ts';
import { projectRoot, readTool } from './tools.ts';

const drawing = readTool('dependency-cruiser', 'depcruise', [...cruiseArguments, '--output-type', 'archi']);
const graphviz = await Graphviz.load();
const file = path.join(projectRoot, 'docs/import-graph.svg');
mkdirSync(path.dirname(file), { recursive: true });
writeFileSync(file, graphviz.dot(drawing));
console.log(path.relative(process.cwd(), file));
