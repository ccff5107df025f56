/** `npm test [-- vitest arguments]`: what the tests need, types, lint, build, tests. */
import { build, lint, runChecks, tests, types } from './checks.ts';
import { installTestTools } from './test-tools.ts';

runChecks([{ name: 'test tools', run: installTestTools }, types, lint, build, tests(process.argv.slice(2))]);
