import { inks, tones } from './tones';

const linear = (channel: number): number => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);
const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
/** WCAG 2.2, relative contrast of two colours. */
const contrast = (a: string, b: string): number => {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
};

test('the measure is right: black on white is 21 to 1, the pale grey that we do not use fails', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#999999', '#ffffff')).toBeLessThan(4.5);
});

test.each(Object.entries(tones))('%s is readable on its own ground and on white', (_, { text, ground }) => {
  expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(text, '#ffffff')).toBeGreaterThanOrEqual(4.5);
});

test('every ink is readable on the page and the primary carries white text', () => {
  for (const ink of [inks.title, inks.text, inks.soft]) expect(contrast(ink, inks.ground)).toBeGreaterThanOrEqual(4.5);
  expect(contrast('#ffffff', inks.primary)).toBeGreaterThanOrEqual(4.5);
});
