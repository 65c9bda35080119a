import { createReadStream } from 'node:fs';

/** Control characters that no text editor writes. */
const CONTROL = /(?![\t\n\r\f])\p{Cc}/u;

/** Whether every byte of the file reads as text in UTF-8, GB18030 (what Windows in China writes) or UTF-16 with a mark. */
export async function isTextFile(path: string): Promise<boolean> {
  const encodings = new Set(['utf-8', 'gb18030']);
  const decoders = new Map<string, InstanceType<typeof TextDecoder>>();
  const feed = (chunk: Uint8Array | undefined): void => {
    for (const encoding of encodings) {
      const decoder = decoders.get(encoding) ?? new TextDecoder(encoding, { fatal: true });
      decoders.set(encoding, decoder);
      try {
        const text = chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
        if (CONTROL.test(text)) encodings.delete(encoding);
      } catch {
        encodings.delete(encoding);
      }
    }
  };
  let first = true;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    if (first && chunk[0] === 0xff && chunk[1] === 0xfe) {
      encodings.clear();
      encodings.add('utf-16le');
    }
    first = false;
    feed(chunk);
    if (encodings.size === 0) return false;
  }
  feed(undefined);
  return encodings.size > 0;
}
