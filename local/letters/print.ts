/**
 * The letters as pages to print: A4, one household a page, folded in three so that the address shows and the code does not. Plain
 * HTML that any browser prints; the QR codes stand in it, nothing is fetched.
 */
import { renderSVG } from 'uqr';
import { dateTime } from '../../domain/calendar';
import type { RoundDefinition } from '../../types/round';
import type { Letter } from './makeLetters';

export interface LetterWords {
  readonly definition: RoundDefinition;
  /** Community code → name. */
  readonly communities: ReadonlyMap<string, string>;
  /** Where the links lead, without a slash at the end. */
  readonly url: string;
  readonly hotline: string;
}

export const linkOf = (url: string, code: string): string => `${url}/l/${code}`;

export const letterPages = (letters: readonly Letter[], words: LetterWords): string => `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${text(words.definition.title)}：信函 ${letters.length} 封</title>
<style>
@page { size: A4; margin: 0 }
* { box-sizing: border-box }
body { margin: 0; color: #1b1b1b; font: 12pt/1.6 "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif }
.letter { position: relative; width: 210mm; height: 297mm; page-break-after: always; overflow: hidden }
.panel { position: absolute; left: 0; right: 0; height: 99mm; padding: 9mm 22mm 7mm; overflow: hidden }
.panel + .panel { border-top: 0.2mm dashed #b5b5b5 }
.to { top: 0; padding-top: 30mm; font-size: 15pt }
.body { top: 99mm; font-size: 12.5pt }
.code-panel { top: 198mm; display: flex; gap: 10mm; align-items: center }
.fold { position: absolute; top: 1mm; right: 6mm; color: #8a8a8a; font-size: 8pt }
h1 { margin: 0 0 2mm; font-size: 20pt; line-height: 1.35 }
p { margin: 0 0 2mm }
.who { margin: 3mm 0; padding: 2mm 4mm; border: 0.4mm solid #17695a; border-radius: 2mm; font-size: 15pt }
.qr { flex: none; width: 54mm; height: 54mm }
.qr svg { display: block; width: 100%; height: 100% }
.code { margin: 2mm 0; font: bold 22pt/1.3 "Courier New", "Noto Sans Mono CJK SC", monospace; letter-spacing: 1pt; white-space: nowrap }
.small { font-size: 10.5pt; color: #444 }
.whole { white-space: nowrap }
.demo { position: absolute; top: 6mm; right: 8mm; padding: 1mm 3mm; border: 0.3mm solid #a12; color: #a12; font-size: 10pt }
</style>
</head>
<body>
${letters.map((letter) => page(letter, words)).join('\n')}
</body>
</html>
`;

const page = ({ household: { community, number, address }, code }: Letter, { definition, communities, url, hotline }: LetterWords): string => `<section class="letter">
${definition.demo ? '<div class="demo">演示信函 · 请勿寄出</div>' : ''}
<div class="panel to"><div>${text(communities.get(community) ?? community)}</div><div>${text(address)}</div><div>户主或家人 收</div><div class="small">户编号 ${text(number)}</div></div>
<div class="panel body">
<div class="fold">由此向后折</div>
<h1>请您家说说：家门口方便不方便？</h1>
<p>凉州区正在建设一刻钟便民生活圈。${text(definition.title)}从住户里抽签，抽到了您家。您家的看法代表许多没有抽到的人家，一户一份，别人替不了。</p>
<div class="who">请家里 <b>18 岁以上、下一个过生日的人</b> 来答，约 5 分钟。</div>
<p>不记名，不要姓名和电话。答卷收下就封存，街道和区里看不到您答了什么；改变主意，截止以前可以撤回重答。谁要求您怎么填，都可以不理会：问卷里点一下「有人要求我怎么填」，告诉上级单位。</p>
<p>${text(dateTime(definition.opensAt))} 开始，${text(dateTime(definition.closesAt))} 截止。不会用手机、看不清，请打 <b class="whole">${text(hotline)}</b>，会有人上门帮您，您的这一份照样算数。</p>
${approvalLine(definition)}</div>
<div class="panel code-panel">
<div class="fold">由此向前折，把答卷码折在里面</div>
<div class="qr">${renderSVG(linkOf(url, code), { border: 0, pixelSize: 10 })}</div>
<div><p>用微信「扫一扫」，对准左边的方块。</p><p>或者打开小程序「凉州一刻钟」，点「问卷」，再点「我收到了信」，输入答卷码：</p><div class="code">${code}</div><p class="small">只能用一次。不分大小写，没有字母 I、L、O、U。请不要给别人看，也不要交给上门收集的人。</p></div>
</div>
</section>`;

/** The marks of an approved government survey, where it is one. */
const approvalLine = ({ approval }: RoundDefinition): string =>
  approval === null ? '' : `<p class="small">${Object.entries(approval).map(([name, value]) => `${text(name)}：${text(value)}`).join('　')}</p>\n`;

const text = (plain: string) => plain.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
