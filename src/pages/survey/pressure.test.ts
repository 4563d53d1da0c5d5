import { introLine, notedLine, receiverLine, sentLines } from './pressure';

const hotline = '12345';
const named = { name: '武威市商务局', phone: '0935-1', read: true };
const nobodyReads = { ...named, read: false };
const unnamed = { name: null, phone: hotline, read: true };
const nobody = { name: null, phone: hotline, read: false };

test('before the tap: who receives it, and honestly where nobody reads it or nobody was named', () => {
  expect(receiverLine(named, hotline)).toBe('收到的是武威市商务局，不是街道和区里。');
  expect(receiverLine(nobodyReads, hotline)).toMatch(/^收到的是武威市商务局，不是街道和区里。他们还没有人登记来看，.*请拨打 0935-1。$/);
  expect(receiverLine(unnamed, hotline)).toBe('收到的是上级监督单位，不是街道和区里。');
  for (const none of [nobody, undefined]) expect(receiverLine(none, hotline)).toMatch(/^还没有指定上级监督单位，请拨打 12345。/);
});

test('after the tap: only where somebody reads it does it say that it will be seen', () => {
  expect(notedLine(named, hotline)).toMatch(/^记下了。武威市商务局会看到/);
  expect(notedLine(nobodyReads, hotline)).toBe('记下了。武威市商务局还没有人登记来看，请再拨打 0935-1。');
  for (const none of [nobody, undefined]) expect(notedLine(none, hotline)).toBe('记下了。还没有指定上级监督单位，请再拨打 12345。');
});

test('what is sent names the community, and the beginning the way to say it', () => {
  expect(sentLines('南苑社区')[0]).toContain('「南苑社区」');
  expect(introLine(named)).toContain('告诉武威市商务局');
  for (const none of [nobodyReads, nobody, undefined]) expect(introLine(none)).toMatch(/也可以打电话。$/);
});
