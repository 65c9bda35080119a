// bpmn-io modules that ship no types; only what is used here is declared.
declare module 'diagram-js-minimap' {
  const minimapModule: object;
  export default minimapModule;
}
declare module 'bpmn-js-i18n/translations/zn.js' {
  const translations: Readonly<Record<string, string>>;
  export default translations;
}
