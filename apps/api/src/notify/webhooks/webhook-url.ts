import { isIP } from 'node:net';
import { networksOf } from '../../config/networks.js';
import { reachOf } from './private-networks.js';

/**
 * Why an address cannot be registered, with the cure; null when it can. What a name leads to is judged again at each
 * sending: it may lead elsewhere by then.
 * @param allowed the setting WEBHOOK_NETWORKS
 */
export function faultOfUrl(text: string, allowed: string): string | null {
  if (!URL.canParse(text)) return '请填写完整的网址，例如 https://oa.example.gov.cn/hook';
  const { protocol, hostname, username, password, hash } = new URL(text);
  if (protocol !== 'https:' && protocol !== 'http:') return '网址应当以 https:// 开头';
  if (username !== '' || password !== '') return '网址里不能带用户名和密码，对方请用签名核对';
  if (hash !== '') return '网址里不能有 # 和后面的内容';
  const networks = networksOf(allowed);
  if (!networks || (protocol === 'http:' && allowed.trim() === ''))
    return '网址应当以 https:// 开头；内网的 http 地址要由系统维护人员加入 WEBHOOK_NETWORKS';
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  if (isIP(host) && reachOf(host, networks) === 'refused')
    return '这是内网地址，不能推送；确实需要的，请系统维护人员把它所在的网段加入 WEBHOOK_NETWORKS';
  return null;
}
