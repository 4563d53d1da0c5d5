/**
 * The accessibility attributes WeChat understands. Taro's templates carry only attributes they were told of,
 * and leave these out, so a screen reader would meet a page of nameless boxes.
 */
const aria = {
  'aria-role': '',
  'aria-label': '',
  'aria-hidden': '',
  'aria-checked': '',
  'aria-selected': '',
  'aria-disabled': '',
  'aria-live': '',
};

exports.ariaProps = {
  View: { ...aria },
  Text: { ...aria },
  Image: { ...aria },
  Button: { ...aria },
  Input: { ...aria },
  Textarea: { ...aria },
};
