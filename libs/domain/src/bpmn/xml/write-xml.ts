import { isBlank } from './xml-tree.js';
import type { XmlDocument, XmlElement, XmlNode } from './xml-tree.js';

/** A tree → its text in UTF-8. Blanks between elements are ours (two spaces a level), all other text is the tree's. */
export function writeXml(document: XmlDocument): string {
  const lines = document.children.map((node) => writeNode(node, ''));
  return ['<?xml version="1.0" encoding="UTF-8"?>', ...lines, ''].join('\n');
}

function writeNode(node: XmlNode, indent: string | null): string {
  switch (node.kind) {
    case 'text':
      return node.raw.replaceAll('\r\n', '\n');
    case 'cdata':
      return `<![CDATA[${node.raw}]]>`;
    case 'comment':
      return `<!--${node.raw}-->`;
    case 'instruction':
      return `<?${node.raw}?>`;
    case 'element':
      return writeElement(node, indent);
  }
}

/** `indent` null: inside text, where every blank counts. */
function writeElement(element: XmlElement, indent: string | null): string {
  const attributes = [...element.attributes].map(([name, raw]) => ` ${name}="${raw.replaceAll('"', '&quot;')}"`);
  const tag = `${element.name}${attributes.join('')}`;
  if (element.children.length === 0) return `<${tag}/>`;
  const onlyText = element.children.every((child) => child.kind === 'text');
  const inner = indent === null || onlyText || keepsBlanks(element) ? null : `${indent}  `;
  const children =
    inner === null
      ? element.children.map((child) => writeNode(child, null)).join('')
      : `${element.children
          .filter((child) => !isBlank(child))
          .map((child) => `\n${inner}${writeNode(child, inner)}`)
          .join('')}\n${indent}`;
  return `<${tag}>${children}</${element.name}>`;
}

/** Where there is text, or where the file asks for it, blanks mean something. */
export function keepsBlanks(element: XmlElement): boolean {
  if (element.attributes.get('xml:space') === 'preserve') return true;
  return element.children.some((child) => child.kind === 'cdata' || (child.kind === 'text' && !isBlank(child)));
}
