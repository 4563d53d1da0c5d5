/** A native chart of Word: its values stand in the part itself and, so that Word can open them for editing, in a small workbook beside it. */
import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import { unzipSync } from 'fflate';
import type { Chart } from '../../../domain/report/blocks';
import { zipped } from '../zipped';
import { declared, escaped } from './xml';

const colours = ['2F7D68', 'D08A2C', '4A6FA5', '9C4F4F', '6B6B6B', '8A6FB0', '3E8E9C', 'B0894F', '5C7A3A'];
const columnName = (i: number) => String.fromCharCode('A'.charCodeAt(0) + i);
const sheetName = 'Sheet1';

export const chartXml = (chart: Chart): string => {
  const { form, title, unit, categories, series } = chart;
  const format = unit === '%' ? '0.0%' : 'General';
  const font = (size: number, strong = false, colour?: string) => `<a:defRPr sz="${size}" b="${strong ? 1 : 0}">${colour === undefined ? '' : `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`}<a:latin typeface="Arial"/><a:ea typeface="黑体"/></a:defRPr>`;
  const texts = (size: number, colour?: string) => `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${font(size, false, colour)}</a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>`;
  const named = `<c:cat><c:strRef><c:f>${sheetName}!$A$2:$A$${categories.length + 1}</c:f><c:strCache><c:ptCount val="${categories.length}"/>${categories.map((name, i) => `<c:pt idx="${i}"><c:v>${escaped(name)}</c:v></c:pt>`).join('')}</c:strCache></c:strRef></c:cat>`;
  const numbers = (values: readonly (number | null)[]) => `<c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="${values.length}"/>${values.map((value, at) => `<c:pt idx="${at}"><c:v>${value ?? 0}</c:v></c:pt>`).join('')}</c:numLit>`;
  const whiskers = ({ values, intervals }: Chart['series'][number], colour: string) => {
    if (!intervals?.some((interval) => interval !== null)) return '';
    const [plus, minus] = [values.map((value, at) => { const interval = intervals[at]; return value === null || !interval ? null : interval.high - value; }), values.map((value, at) => { const interval = intervals[at]; return value === null || !interval ? null : value - interval.low; })];
    return `<c:errBars>${form === 'line' ? '<c:errDir val="y"/>' : ''}<c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/><c:plus>${numbers(plus)}</c:plus><c:minus>${numbers(minus)}</c:minus><c:spPr><a:ln w="12700"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></a:ln></c:spPr></c:errBars>`;
  };
  const one = (whole: Chart['series'][number], i: number) => {
    const { name, values, intervals } = whole;
    const [column, colour] = [columnName(i + 1), colours[i % colours.length]!];
    const fill = `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
    const look = form === 'bar' ? `<c:spPr>${fill}</c:spPr><c:invertIfNegative val="0"/>` : `<c:spPr><a:ln w="25400">${fill}</a:ln></c:spPr><c:marker><c:symbol val="circle"/><c:size val="6"/><c:spPr>${fill}</c:spPr></c:marker>`;
    // a label at the end of a bar would lie over its interval
    const labels = `<c:dLbls><c:numFmt formatCode="${format}" sourceLinked="0"/><c:spPr><a:noFill/></c:spPr>${texts(800, intervals && form === 'bar' ? 'FFFFFF' : undefined)}<c:dLblPos val="${form === 'bar' ? (intervals ? 'ctr' : 'outEnd') : 't'}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`;
    // lines cross, and their labels would lie over each other: the table below has the numbers
    return `<c:ser><c:idx val="${i}"/><c:order val="${i}"/><c:tx><c:strRef><c:f>${sheetName}!$${column}$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${escaped(name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>${look}${form === 'line' && series.length > 1 ? '' : labels}${whiskers(whole, form === 'bar' ? '333333' : colour)}${named}`
      + `<c:val><c:numRef><c:f>${sheetName}!$${column}$2:$${column}$${categories.length + 1}</c:f><c:numCache><c:formatCode>${format}</c:formatCode><c:ptCount val="${values.length}"/>${values.map((value, at) => (value === null ? '' : `<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`)).join('')}</c:numCache></c:numRef></c:val>`
      + `${form === 'line' ? '<c:smooth val="0"/>' : ''}</c:ser>`;
  };
  const all = series.map(one).join('');
  const plot = form === 'bar'
    ? `<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>${all}<c:gapWidth val="60"/><c:axId val="1"/><c:axId val="2"/></c:barChart>`
    : `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${all}<c:marker val="1"/><c:axId val="1"/><c:axId val="2"/></c:lineChart>`;
  const top = unit === '%' ? '<c:max val="1"/>' : '';
  const axes = `<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${texts(800)}<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`
    + `<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>${top}<c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines><c:numFmt formatCode="${unit === '%' ? '0%' : 'General'}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${texts(800)}<c:crossAx val="1"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`;
  const heading = `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${font(1100, true)}</a:pPr><a:r><a:rPr lang="zh-CN" sz="1100" b="1"><a:latin typeface="Arial"/><a:ea typeface="黑体"/></a:rPr><a:t>${escaped(unit === '%' ? title : `${title}（${unit}）`)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
  const legend = series.length > 1 ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${texts(900)}</c:legend>` : '';
  return declared('<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:date1904 val="0"/><c:roundedCorners val="0"/>'
    + `<c:chart>${heading}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${plot}${axes}</c:plotArea>${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:externalData r:id="data"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`);
};

/** The workbook behind it: categories in column A, a series in each column after. */
export const chartData = async ({ categories, series, unit }: Chart): Promise<Buffer> => {
  const rows = [
    [null, ...series.map(({ name }) => ({ value: name, type: String }))],
    ...categories.map((name, i) => [{ value: name, type: String }, ...series.map(({ values }) => { const value = values[i] ?? null; return value === null ? null : { value, type: Number, ...(unit === '%' ? { format: '0.0%' } : {}) }; })]),
  ] as SheetData;
  return zipped(unzipSync(await writeExcelFile([{ sheet: sheetName, data: rows }]).toBuffer()));
};
