/** `npm run verify`: everything that must hold before a change is handed over. */
import { build, format, layers, lint, runChecks, tests, types, unusedCode } from './checks.ts';
import { installTestTools } from './test-tools.ts';

runChecks([
  { name: 'test tools', run: installTestTools },
  types,
  lint,
  format,
  unusedCode,
  layers,
  build,
  tests(process.argv.slice(2)),
]);
