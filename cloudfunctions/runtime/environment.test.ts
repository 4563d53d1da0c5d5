/** What a deployed function is told, and how it says that something is missing. */
import { cloudSettings } from './environment';

const whole = { LZ_SECRET: 'a secret for tests alone, long enough', LZ_HOTLINE: '12345', LZ_PUBLIC_URL: 'https://example.test/' };

test.each([
  ['武威市商务局 0935-1234567', { name: '武威市商务局', phone: '0935-1234567' }],
  ['', null],
  [undefined, null],
])('LZ_OVERSIGHT %j', (LZ_OVERSIGHT, oversight) => {
  expect(cloudSettings({ ...whole, LZ_OVERSIGHT }).oversight).toEqual(oversight);
});

test('one that can’t be read is named, like one that is missing', () => {
  expect(() => cloudSettings({ ...whole, LZ_OVERSIGHT: '武威市商务局' })).toThrow('environment variables: LZ_OVERSIGHT');
  expect(() => cloudSettings({ ...whole, LZ_HOTLINE: undefined })).toThrow('environment variables: LZ_HOTLINE');
});

test('the keys of residents’ texts are read where they are given; one of another length is refused', () => {
  expect(cloudSettings(whole).remarks).toEqual({ publicKey: null, key: null, deskKey: null });
  expect(cloudSettings({ ...whole, LZ_REMARK_KEY: 'ab'.repeat(32) }).remarks.key).toEqual(Buffer.alloc(32, 0xab));
  expect(() => cloudSettings({ ...whole, LZ_REMARK_KEY: 'ab'.repeat(31) })).toThrow('environment variables: LZ_REMARK_KEY');
});
