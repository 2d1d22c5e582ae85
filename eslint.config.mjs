// @ts-check
// Type-aware and strict. What a rule forbids is forbidden everywhere: no file may switch a rule off for itself.
import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

const network = ['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'dns/promises', 'inspector']
const noNetwork = network.flatMap((name) =>
  [name, `node:${name}`].map((path) => ({
    name: path,
    message: 'Inward works offline: only the SIEM export sends anything.'
  }))
)
const noBarrels = [
  { name: '@mui/icons-material', message: 'Import the single icon: the whole set takes seconds to load.' }
]

const noHtml = [
  {
    selector: 'MemberExpression[property.name=/^(?:innerHTML|outerHTML|insertAdjacentHTML|srcdoc)$/]',
    message: 'Evidence is text. Nothing of it becomes markup.'
  },
  {
    selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
    message: 'Evidence is text. Nothing of it becomes markup.'
  },
  { selector: 'CallExpression[callee.object.name="document"][callee.property.name=/^write/]', message: 'Use React.' },
  {
    selector: 'MemberExpression[object.name="shell"][property.name="openExternal"]',
    message: 'Inward opens no outside page.'
  },
  {
    selector: 'ImportSpecifier[imported.name="shell"]',
    message: 'Electron’s shell opens outside programs on evidence.'
  },
  {
    selector: 'MemberExpression[property.name="executeJavaScript"]',
    message: 'The main process runs no code in a page.'
  }
]

export default defineConfig(
  { ignores: ['dist/', 'out/', 'release*/', 'coverage/', 'assets/', 'docs/', '.dependency-cruiser.cjs'] },
  {
    extends: [tseslint.configs.strictTypeChecked],
    files: ['**/*.{ts,tsx,mjs}'],
    linterOptions: { noInlineConfig: true },
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      'default-case-last': 'error',
      eqeqeq: 'error',
      'max-lines': ['error', { max: 400 }],
      'no-alert': 'error',
      'no-console': 'error',
      'no-constant-binary-expression': 'error',
      'no-constant-condition': ['error', { checkLoops: false }],
      'no-debugger': 'error',
      'no-dupe-else-if': 'error',
      'no-duplicate-case': 'error',
      'no-empty': 'error',
      'no-eval': 'error',
      'no-fallthrough': 'error',
      'no-loss-of-precision': 'error',
      'no-new-func': 'error',
      'no-param-reassign': 'error',
      'no-self-assign': 'error',
      'no-self-compare': 'error',
      'no-sparse-arrays': 'error',
      'no-unreachable': 'error',
      'no-unsafe-finally': 'error',
      'no-useless-catch': 'error',
      'no-useless-escape': 'error',
      'no-var': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'anywhere' }],
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'require-yield': 'error',
      'use-isnan': 'error',
      'valid-typeof': 'error',
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }
      ],
      '@typescript-eslint/no-unused-vars': ['error', { args: 'after-used', ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { requireDefaultForNonUnion: true }]
    }
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-globals': [
        'error',
        'fetch',
        'WebSocket',
        'XMLHttpRequest',
        'EventSource',
        'localStorage',
        'sessionStorage'
      ],
      'no-restricted-imports': ['error', { paths: [...noNetwork, ...noBarrels] }],
      'no-restricted-syntax': ['error', ...noHtml],
      '@typescript-eslint/explicit-module-boundary-types': 'error'
    }
  },
  { files: ['src/main/export/siem/**'], rules: { 'no-restricted-imports': ['error', { paths: noBarrels }] } },
  { files: ['src/main/cli/**', 'scripts/**'], rules: { 'no-console': 'off' } },
  // Schemas are their own types: writing them out beside the schema would say the same twice.
  { files: ['src/shared/contract/**'], rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' } },
  // A test that skips itself says why.
  {
    // Tests take apart answers whose shapes the contract has already checked, and what a library does not type.
    files: ['test/**'],
    rules: {
      'no-console': ['error', { allow: ['info', 'warn', 'error'] }],
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': 'off'
    }
  },
  {
    // It proves that the window refuses to evaluate text.
    files: ['test/journeys/window-security.test.ts'],
    rules: {
      'no-new-func': 'off',
      '@typescript-eslint/no-implied-eval': 'off',
      '@typescript-eslint/unbound-method': 'off'
    }
  },
  {
    // The sample's generator writes loose records by design and is plain JavaScript.
    files: ['scripts/sample/**'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/restrict-plus-operands': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off'
    }
  },
  {
    extends: [reactHooks.configs.flat['recommended-latest']],
    files: ['src/renderer/**/*.{ts,tsx}'],
    rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' }
  }
)
