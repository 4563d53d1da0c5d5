/** Jest's transformer: TypeScript, TSX and ES modules to CommonJS by esbuild, which is here anyway and much faster than Babel. */
const { createHash } = require('node:crypto');
const { transformSync } = require('esbuild');

module.exports = {
  process(source, file) {
    const { code } = transformSync(source, {
      loader: file.endsWith('.tsx') ? 'tsx' : /\.tsx?$/.test(file) ? 'ts' : 'jsx',
      format: 'cjs',
      target: 'node20',
      jsx: 'automatic',
      sourcefile: file,
      sourcemap: 'inline',
      define: { 'import.meta.url': '__moduleUrl' },
    });
    return { code: code.includes('__moduleUrl') ? `const __moduleUrl = require('node:url').pathToFileURL(__filename).href;${code}` : code };
  },
  getCacheKey: (source, file) => createHash('sha256').update(source).update(file).update('1').digest('hex'),
};
