import { types } from 'node:util';
import { SettingsError } from '../config/read-settings.js';

/** Why the program does not start: one plain sentence for what a person can put right, everything for a fault of ours. */
export function explainFault(fault: unknown): string {
  if (!types.isNativeError(fault)) return String(fault);
  if (fault instanceof SettingsError) return fault.message;
  const { code, address, port } = fault as NodeJS.ErrnoException & { address?: string; port?: number };
  switch (code) {
    case 'EADDRINUSE':
      return `端口 ${port} 已被占用。请停止占用它的程序，或换一个端口：PORT=${(port ?? 3000) + 1} npm start`;
    case 'EACCES':
      return port === undefined
        ? `没有权限：${fault.message}。请检查数据目录的所有者。`
        : `没有权限使用端口 ${port}。请使用 1024 以上的端口，例如 PORT=3000。`;
    case 'EADDRNOTAVAIL':
      return `本机没有地址 ${address}。请检查 HOST，通常是 127.0.0.1 或 0.0.0.0。`;
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case '28P01':
    case '3D000':
      return `连接不上数据库，请检查 DATABASE_URL：${fault.message}`;
    default:
      return /\p{Script=Han}/u.test(fault.message) ? fault.message : (fault.stack ?? fault.message);
  }
}
