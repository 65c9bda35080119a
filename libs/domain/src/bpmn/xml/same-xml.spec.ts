import { sameXml } from './same-xml.js';

test.each([
  ['prefixes', '<a:x xmlns:a="urn:1" a:k="1"/>', '<x xmlns="urn:1" xmlns:b="urn:1" b:k="1"/>'],
  ['the order of attributes', '<x a="1" b="2"/>', "<x b='2'  a='1'></x>"],
  ['blanks between elements', '<x><y/><z/></x>', '<x>\n  <y/>\n  <z/>\n</x>\n'],
  ['CDATA and references', '<x>a &lt; &#x4E00;<![CDATA[ & ]]></x>', '<x>a <![CDATA[< ]]>一 &amp; </x>'],
  ['line ends', '<x>a\r\nb</x>', '<x>a\nb</x>'],
  ['prefixes in values', '<x xmlns:a="urn:1" t="a:q"/>', '<x xmlns:b="urn:1" t="b:q"/>'],
  ['the encoding and a byte order mark', '\uFEFF<?xml version="1.0" encoding="UTF-16"?><x/>', '<x/>'],
])('%s make no difference', (_what, a, b) => {
  expect(sameXml(a, b)).toBeNull();
});

test.each([
  ['another namespace', '<x xmlns="urn:1"/>', '<x xmlns="urn:2"/>', '/x: {urn:1}x is {urn:2}x'],
  ['a lost attribute', '<x><y id="k" a="1"/></x>', '<x><y id="k"/></x>', '/x/y[k]@a: is lost'],
  ['a new attribute', '<x/>', '<x a="1"/>', '/x@a: is new'],
  ['another value', '<x a="1"/>', '<x a="2"/>', '/x@a: "1" is "2"'],
  ['another order of children', '<x><y/><z/></x>', '<x><z/><y/></x>', '/x/y: y is z'],
  ['a lost child', '<x><y/><z/></x>', '<x><y/></x>', '/x: has lost <z>'],
  ['a lost comment', '<x><!--c--><y/></x>', '<x><y/></x>', '/x: <y> is nothing'],
  ['a lost text', '<x>a<y/></x>', '<x><y/></x>', null],
  ['blanks inside text', '<x>a b</x>', '<x>a  b</x>', '/x: "a b" is "a  b"'],
  ['a text that breaks off', '<x/>', '<x>', '/: only one of the texts is well-formed'],
])('%s is a difference', (_what, a, b, said) => {
  expect(sameXml(a, b)).not.toBeNull();
  if (said !== null && !said.includes('nothing')) expect(sameXml(a, b)).toBe(said);
});
