// `npm start`: build what is missing, then become the server.
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from './build.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
const code = await build();
if (code !== 0) process.exit(code);
await import(pathToFileURL(path.join(root, 'dist/apps/api/src/main.js')).href);
