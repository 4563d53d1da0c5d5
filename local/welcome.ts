/** What a start prints: where to go, a poster's QR code, and a link for each of the cast. */
import { renderUnicodeCompact } from 'uqr';
import type { CastMember } from './demo/cast';

export interface Welcome {
  readonly url: string;
  readonly lan: boolean;
  readonly embedded: boolean;
  readonly poster: { readonly community: string; readonly scene: string } | null;
  /** A letter of the demonstration that was not answered. */
  readonly letter: { readonly community: string; readonly code: string } | null;
  readonly cast: readonly { readonly member: CastMember; readonly token: string; readonly scene: string | null }[];
}

export const welcomeText = ({ url, lan, embedded, poster, letter, cast }: Welcome): string => {
  const lines = ['', `凉州一刻钟 已启动：${url}`, ''];
  if (poster) {
    const link = `${url}/s/${poster.scene}`;
    lines.push(`${poster.community}的海报二维码(${link})`, renderUnicodeCompact(link, { border: 2 }));
    if (!lan) lines.push('要用手机扫码，请用 npm start -- --lan 启动。');
    lines.push('');
  }
  if (letter) lines.push(`一封演示的信（${letter.community}，只能答一次）：${url}/l/${letter.code}`, '');
  if (cast.length > 0) {
    lines.push('演示角色（每次启动链接都会变，不要转发）:');
    for (const { member, token, scene } of cast) lines.push(`  ${member.title}  ${member.hint}`, `    ${url}/?cast=${token}${scene ? `&scene=${scene}` : ''}#/${member.page}`);
    lines.push('', '以上都是演示数据。');
  }
  if (embedded) lines.push('数据保存在本机的内置数据库里；正式使用请设置 DATABASE_URL，连接 PostgreSQL。');
  lines.push('按 Ctrl-C 停止。', '');
  return lines.join('\n');
};
