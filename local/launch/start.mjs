/** `npm start`: installs what is missing, builds what changed, then hands over to local/main.ts. */
import { spawn } from 'node:child_process';
import { build, install, requireNode, root } from './ready.mjs';

requireNode();
install();
build('h5');

const server = spawn(process.execPath, ['--import', 'tsx', 'local/main.ts', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
// Ctrl-C reaches the server by itself; we wait for it to finish in its own time
process.on('SIGINT', () => {});
process.on('SIGTERM', () => server.kill('SIGTERM'));
server.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
