import { defineConfig } from 'vite';
import react from '@vitejs/plugin-react';

/**
 * The API answers every page `/{tenant}/…` with index.html and `/assets/…` with this build's files
 * (apps/api/src/http/static).
 */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react()],
  build: {
    outDir: '../../dist/web/workbench',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Only what never changes between releases; bpmn-js is left to the dynamic import that alone may load it.
          groups: [
            {
              name: 'react',
              test: /node_modules[\\/](react|react-dom|scheduler|react-router|@tanstack)[\\/]/,
              priority: 30,
            },
          ],
        },
      },
    },
  },
});
