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
    'i18next',
    'react-i18next',
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
  /src\/ui\/(?:api|words|pages|person|page|theme\/(?:ThemeRoot|themes)|notice|keys\/keys?|commands|live|tier|time|frame\/(?:Frames|TopBar|PersonButton|Places|LiveLight|frame-styles|nav|often|logo|choices)|show\/Tip|form\/draft)/

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
    target: 'es2023',
    // Inlined assets would be data: addresses, which the content security policy refuses for scripts and fonts.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        // Without groups the first page asks for some forty small files, one after the other over six connections.
        codeSplitting: {
          groups: [
            { name: 'ground', test: ground },
            { name: 'ui', test: ui },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': 'http://127.0.0.1:7373' },
  },
})
