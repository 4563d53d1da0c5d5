import { remarkHint } from './remark';

test('where WeChat checks, it is said that the text goes to Tencent, and with what', () => {
  expect(remarkHint('wechat')).toMatch(/连同您的微信身份交给微信（腾讯）做内容检查/);
});

test.each([['person' as const], [undefined]])('where a person checks (%s), no platform is named', (check) => {
  expect(remarkHint(check)).toMatch(/由区里的工作人员检查/);
  expect(remarkHint(check)).not.toMatch(/微信|腾讯/);
});
