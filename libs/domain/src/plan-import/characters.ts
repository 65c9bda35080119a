/** Character classes, to be put inside `[…]` of a regular expression with the u flag. */
export const HAN = '\\u3400-\\u9fff';
const CHINESE_MARKS = '、。，；：？！“”‘’《》〈〉（）【】—…';
export const CHINESE = HAN + CHINESE_MARKS;
