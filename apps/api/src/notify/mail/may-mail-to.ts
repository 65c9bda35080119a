/** @param domains of the setting MAIL_TO_DOMAINS; empty: any */
export function mayMailTo(address: string, domains: string): boolean {
  const wanted = domains
    .toLowerCase()
    .split(',')
    .map((domain) => domain.trim())
    .filter((domain) => domain !== '');
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return wanted.length === 0 || wanted.some((one) => domain === one || domain.endsWith(`.${one}`));
}
