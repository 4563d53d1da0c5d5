/** `npm test`: installs what is missing, builds pages, mini-program and functions, then runs every test. */
import { build, install, requireNode, run } from './ready.mjs';

requireNode();
install();
for (const target of ['h5', 'weapp', 'cloud']) build(target);
// PGlite loads its WebAssembly by a dynamic import, which Jest allows only with this flag
const NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --no-warnings`.trim();
process.exit(run('npx', ['jest', ...process.argv.slice(2)], { NODE_OPTIONS }));
