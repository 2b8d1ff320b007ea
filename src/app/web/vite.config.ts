import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// What every page needs. Fluent's heavier parts stay with the pages that use them.
const ground = new RegExp(
  `node_modules/(?:${[
    'react',
    'react-dom',
    'scheduler',
    'use-sync-external-store',
    '@tanstack/(?:history|react-query|query-core|react-router|router-core|react-store|store)',
    '@griffel/(?:core|react)',
    'stylis',
    'rtl-css-js',
    '@emotion/hash',
    '@fluentui/(?:react-provider|react-shared-contexts|react-theme|react-jsx-runtime)',
    'keyborg',
  ].join('|')})/`,
)
const ui =
  /src\/ui\/(?:api|words|pages|person|page\/(?!Tabs)|theme\/(?:ThemeRoot|themes)|notice|keys\/keys?|commands|live|tier|time|frame\/(?:BareFrame|logo)|show\/Tip|form\/draft)/
const app =
  /src\/(?:app\/web\/(?:catalogues|features|person|remembered|routes|shell)|features\/[a-z-]+\/web\/routes\.tsx$)/
const frame =
  /src\/ui\/frame\/(?:Frames|TopBar|PersonButton|Places|LiveLight|frame-styles|nav|often)\.|src\/app\/web\/frames/
const form = /src\/ui\/form\/FormField|@fluentui\/(?:react-field|react-label)\//

const groups = ['ground', 'ui', 'app', 'frame', 'form', 'rolldown-runtime']
const onEveryPage = /\/(?:ground|ui|app|rolldown-runtime)-[^/]+$/

const root = fileURLToPath(new URL('.', import.meta.url))

export default defineConfig({
  root,
  cacheDir: fileURLToPath(new URL('../../../node_modules/.vite', import.meta.url)),
  plugins: [react()],
  // The server replaces this mark by the nonce of each answer; Fluent's style elements read it from the meta tag.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: fileURLToPath(new URL('../../../dist/web', import.meta.url)),
    emptyOutDir: true,
    // Says which file needs which; tests/architecture/first-load.test.ts adds them up.
    manifest: true,
    target: 'es2023',
    // Inlined assets would be data: addresses, which the content security policy refuses for scripts and fonts.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // Each page's script names what it needs; what every page has already would only make that list longer.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_file, deps) => deps.filter((dep) => !onEveryPage.test(dep)),
    },
    rolldownOptions: {
      output: {
        // The first script lists all others by name, and names are what makes that list long.
        chunkFileNames: ({ name }) => (groups.includes(name) ? 'assets/[name]-[hash:7].js' : 'assets/[hash:7].js'),
        // Without groups the first page asks for some forty small files, one after the other over six connections.
        codeSplitting: {
          groups: [
            { name: 'ground', test: ground },
            { name: 'ui', test: ui },
            { name: 'app', test: app },
            { name: 'frame', test: frame },
            { name: 'form', test: form },
          ],
        },
      },
    },
  },
  // A worker of one file asks for nothing more, so the content security policy of its own answer has nothing to allow.
  worker: { format: 'es', rolldownOptions: { output: { codeSplitting: false } } },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': 'http://127.0.0.1:7373' },
  },
})
