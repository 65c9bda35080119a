// The package ships its types under another path than its entry; this is the part of it that we use.
declare module 'bpmn-moddle' {
  export interface ModdleWarning {
    readonly message: string;
    readonly element?: { readonly id?: string };
    readonly property?: string;
    readonly value?: unknown;
  }
  export interface ModdleReading {
    readonly rootElement: unknown;
    readonly warnings: readonly ModdleWarning[];
  }
  export class BpmnModdle {
    readonly registry: {
      readonly typeMap: Readonly<
        Record<string, { readonly properties: readonly { readonly name: string; isAttr?: boolean }[] }>
      >;
    };
    constructor(packages?: Readonly<Record<string, unknown>>);
    fromXML(xml: string, options?: Readonly<Record<string, unknown>>): Promise<ModdleReading>;
    toXML(rootElement: unknown, options: { readonly format: boolean }): Promise<{ readonly xml: string }>;
  }
}
