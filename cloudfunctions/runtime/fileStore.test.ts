/** What the cloud's storage is asked for, and what its failures become. */
import { cloudFiles, linkSeconds } from './fileStore';

const id = '44444444-4444-4444-8444-444444444444';
const now = new Date();
const asked: unknown[] = [];
const storage = {
  uploadFile: async (file: { cloudPath: string; fileContent: Buffer }) => { asked.push([file.cloudPath, [...file.fileContent]]); return { fileID: `cloud://env.bucket/${file.cloudPath}` }; },
  getTempFileURL: async ({ fileList }: { fileList: { fileID: string; maxAge: number }[] }) => { asked.push(fileList); return { fileList: fileList.map(({ fileID }) => ({ tempFileURL: fileID.endsWith('gone.jpg') ? '' : `https://x/${fileID.slice(-9)}` })) }; },
  downloadFile: async ({ fileID }: { fileID: string }) => { asked.push(fileID); return fileID === 'gone' ? {} : { fileContent: Buffer.from([3]) }; },
  deleteFile: async ({ fileList }: { fileList: string[] }) => { asked.push(fileList); },
};
const away = { uploadFile: () => Promise.reject(new Error('away')), getTempFileURL: () => Promise.reject(new Error('away')), downloadFile: () => Promise.reject(new Error('away')), deleteFile: () => Promise.reject(new Error('away')) };
beforeEach(() => { asked.length = 0; });

test('a photo is put under its id, with the ending of its content', async () => {
  expect(await cloudFiles(() => storage).put(id, 'image/jpeg', Uint8Array.of(1, 2))).toBe(`cloud://env.bucket/photos/${id}.jpg`);
  expect(asked).toEqual([[`photos/${id}.jpg`, [1, 2]]]);
});
test('links end after ten minutes; fifty are asked for at a time; one that is gone has none', async () => {
  const places = Array.from({ length: 60 }, (_, i) => (i === 55 ? 'gone.jpg' : `cloud://${String(i).padStart(2, '0')}.jpg`));
  const links = await cloudFiles(() => storage).links(places, now);
  expect(asked.map((list) => (list as unknown[]).length)).toEqual([50, 10]);
  expect((asked[0] as { maxAge: number }[])[0]!.maxAge).toBe(linkSeconds);
  expect([links.length, links[3], links[55]]).toEqual([60, 'https://x/://03.jpg', null]);
});
test('content is read by its name; what is gone is none', async () => {
  const files = cloudFiles(() => storage);
  expect([await files.read('a.jpg'), await files.read('gone')]).toEqual([Buffer.from([3]), null]);
  expect(asked).toEqual(['a.jpg', 'gone']);
});
test('without the storage a page goes without pictures, and nothing is said to be kept', async () => {
  const files = cloudFiles(() => away);
  expect(await files.links(['a', 'b'], now)).toEqual([null, null]);
  await expect(files.put(id, 'image/png', Uint8Array.of(1))).rejects.toThrow('away');
  await expect(files.read('a')).rejects.toThrow('away');
  await expect(files.remove(['a'])).rejects.toThrow('away');
});
test('nor outside the cloud, where the SDK would end the process', async () => {
  expect(await cloudFiles().links(['a'], now)).toEqual([null]);
  await expect(cloudFiles().put(id, 'image/png', Uint8Array.of(1))).rejects.toThrow('no credentials');
});
