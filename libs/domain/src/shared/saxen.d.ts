// The package has no types of its own; this is the part of it that we use.
declare module 'saxen' {
  /** A view into the parser's state: valid only during the call that hands it over. */
  export interface OpenTag {
    readonly name: string;
    readonly attrs: Readonly<Record<string, string>>;
  }
  export class Parser {
    constructor(options: { readonly proxy: true });
    ns(prefixes: Readonly<Record<string, string>>): this;
    on(event: 'openTag', handle: (tag: OpenTag, decode: (text: string) => string) => void): this;
    on(event: 'closeTag', handle: (tag: { readonly name: string }) => void): this;
    on(event: 'text', handle: (text: string, decode: (text: string) => string) => void): this;
    on(event: 'cdata', handle: (text: string) => void): this;
    on(event: 'error' | 'warn', handle: (problem: Error) => void): this;
    parse(xml: string): void;
  }
}
