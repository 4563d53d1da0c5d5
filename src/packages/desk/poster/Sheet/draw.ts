/**
 * The poster as a picture, for phones that have no printer. A4 at 150 dots an inch; all numbers are such dots.
 */
import type { PosterWords } from './words';

/** What is used of a canvas's 2d context. */
export interface Pen {
  fillStyle: unknown;
  strokeStyle: unknown;
  lineWidth: number;
  font: string;
  textAlign: unknown;
  textBaseline: unknown;
  fillRect(x: number, y: number, width: number, height: number): void;
  strokeRect(x: number, y: number, width: number, height: number): void;
  fillText(text: string, x: number, y: number, widest?: number): void;
}

export const sheetPixels = { width: 1240, height: 1754 } as const;
const middle = sheetPixels.width / 2;
const widest = 1080;
const qrAtMost = 520;
/** The three steps begin under each other. */
const stepsLeft = 262;

export function drawSheet(pen: Pen, words: PosterWords, modules: readonly string[]): void {
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, sheetPixels.width, sheetPixels.height);
  pen.fillStyle = '#000000';
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  const line = (text: string, y: number, size: number, bold = false) => {
    pen.font = `${bold ? 'bold ' : ''}${size}px sans-serif`;
    pen.fillText(text, middle, y, widest);
  };
  if (words.demo) {
    pen.strokeStyle = '#000000';
    pen.lineWidth = 4;
    pen.strokeRect(middle - 270, 84, 540, 84);
    line(words.demo, 127, 44, true);
  }
  line(words.brand.join(' · '), 218, 40);
  line(words.title.join(''), 302, 78, true);
  line(words.place, 412, 84, true);
  line(words.circle, 494, 38);
  const bottom = drawQr(pen, modules, 524);
  line(`海报编号 ${words.code}`, bottom + 34, 42);
  pen.textAlign = 'left';
  pen.font = 'bold 54px sans-serif';
  words.steps.forEach((text, at) => pen.fillText(`${at + 1}. ${text}`, stepsLeft, bottom + 130 + at * 90, widest));
  pen.textAlign = 'center';
  line(words.promise, bottom + 392, 44);
  line(`${words.help} ${words.hotline}`, bottom + 474, 64, true);
  line(words.link, bottom + 546, 26);
  // small: for whoever wants to hold us to it later, not for those who scan
  const foot = [words.approval.join('　'), ...(words.seal ? [words.seal.title, ...words.seal.root, words.seal.purpose] : [])].filter((text) => text !== '');
  foot.forEach((text, at) => line(text, sheetPixels.height - 28 - (foot.length - 1 - at) * 27, 20));
}

/** Whole dots a module, or edges blur. Returns where it ends. */
function drawQr(pen: Pen, modules: readonly string[], top: number): number {
  const unit = Math.floor(qrAtMost / Math.max(1, modules.length));
  const left = Math.floor(middle - (unit * modules.length) / 2);
  modules.forEach((row, y) => [...row].forEach((dark, x) => {
    if (dark === '1') pen.fillRect(left + x * unit, top + y * unit, unit, unit);
  }));
  return top + unit * modules.length;
}
