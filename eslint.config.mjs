import js from '@eslint/js';
import imports from 'eslint-plugin-import';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { zones } from './config/folders.mjs';

const nodeGlobals = Object.fromEntries(['module', 'exports', 'require', '__dirname', '__filename', 'process', 'console', 'URL', 'TextDecoder', 'Buffer', 'performance', 'setTimeout', 'clearTimeout', 'fetch'].map((name) => [name, 'readonly']));

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'artifacts/**', '.data/**', '.swc/**', 'tools/**/node_modules/**'] },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  { languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } } },
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/require-await': 'off',
      // Kysely's expression builders are made to be taken apart
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
    },
  },
  {
    files: ['{src,cloudfunctions,domain,rules,types,database,local,config}/**/*.{ts,tsx,mjs}'],
    ignores: ['**/*.test.{ts,tsx}'],
    plugins: { import: imports },
    settings: { 'import/resolver': { node: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] } } },
    rules: { 'import/no-restricted-paths': ['error', { zones }] },
  },
  { files: ['**/*.{js,cjs,mjs}'], ...tseslint.configs.disableTypeChecked },
  { files: ['**/*.{js,cjs,mjs}'], languageOptions: { globals: nodeGlobals } },
  { files: ['**/*.cjs', 'babel.config.js', 'config/aria/**'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
