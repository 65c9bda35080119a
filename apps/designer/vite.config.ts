import path from 'node:path';
import { defineConfig } from 'vite';
import react from '@vitejs/plugin-react';

const api = process.env['API'] ?? 'http://127.0.0.1:3000';

// Only react and antd are grouped by hand; dynamic imports keep the modeler out of the list of flows.
export default defineConfig({
  root: import.meta.dirname,
  base: '/designer/',
  plugins: [react()],
  server: { proxy: { '/api': api } },
  build: {
    outDir: path.resolve(import.meta.dirname, '../../dist/web/designer'),
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'react',
              test: /node_modules[\\/](react|react-dom|scheduler|react-router|@tanstack)[\\/]/,
              priority: 30,
            },
            {
              name: 'antd',
              test: /node_modules[\\/](antd|@ant-design|@rc-component|dayjs|@babel[\\/]runtime|@emotion|stylis|clsx)[\\/]/,
              priority: 20,
            },
          ],
        },
      },
    },
  },
});
