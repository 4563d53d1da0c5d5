/** Gives her a file: the browser keeps it where it keeps downloads. */
export const handedWords = (_name: string): string => '文件已经下载，在浏览器的「下载」里。';

const media: Readonly<Record<string, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', zip: 'application/zip',
};

export async function handFile(name: string, content: string): Promise<boolean> {
  const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes], { type: media[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream' }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  // the browser has begun to read it by then
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  return true;
}
