/** How the document looks: 宋体 for text, 黑体 for headings, with other names of the same faces for programs that know them by those. */
import { declared } from './xml';

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const song = '<w:rFonts w:ascii="Times New Roman" w:eastAsia="宋体" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>';
const hei = '<w:rFonts w:ascii="Arial" w:eastAsia="黑体" w:hAnsi="Arial" w:cs="Arial"/>';
/** `size` in half points. */
const style = (id: string, name: string, { size, more = '', run = '', next = '', heading = false }: { size: number; more?: string; run?: string; next?: string; heading?: boolean }) =>
  `<w:style w:type="paragraph" w:styleId="${id}"${heading || ['Title', 'Subtitle'].includes(id) ? '' : ' w:customStyle="1"'}><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>${next ? `<w:next w:val="${next}"/>` : ''}${heading ? '<w:qFormat/>' : ''}<w:pPr>${more}</w:pPr><w:rPr>${run}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr></w:style>`;
const spaced = (before: number, after: number, line = '') => `<w:spacing w:before="${before}" w:after="${after}"${line}/>`;
const loose = ' w:line="340" w:lineRule="atLeast"';

export const stylesXml = declared(`<w:styles ${w}><w:docDefaults><w:rPrDefault><w:rPr>${song}<w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`
  + '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
  + '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>'
  + '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
  + '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="1F5F4F"/><w:u w:val="single"/></w:rPr></w:style>'
  // a figure is a link too; a page full of underlined numbers can't be read
  + '<w:style w:type="character" w:customStyle="1" w:styleId="Figure"><w:name w:val="Figure"/><w:rPr><w:color w:val="1F5F4F"/></w:rPr></w:style>'
  + style('Title', 'Title', { size: 44, run: `${hei}<w:b/>`, more: `${spaced(240, 200)}<w:jc w:val="center"/>`, next: 'Subtitle' })
  + style('Subtitle', 'Subtitle', { size: 24, more: `${spaced(0, 240)}<w:jc w:val="center"/>`, next: 'Text' })
  + style('Heading1', 'heading 1', { size: 32, run: `${hei}<w:b/>`, more: `<w:keepNext/><w:keepLines/>${spaced(360, 160)}<w:outlineLvl w:val="0"/>`, next: 'Text', heading: true })
  + style('Heading2', 'heading 2', { size: 28, run: `${hei}<w:b/>`, more: `<w:keepNext/><w:keepLines/>${spaced(260, 120)}<w:outlineLvl w:val="1"/>`, next: 'Text', heading: true })
  + style('Text', 'Report Text', { size: 24, more: `${spaced(0, 100, loose)}<w:ind w:firstLine="480"/><w:jc w:val="both"/>` })
  + style('Mute', 'Report Note', { size: 20, run: '<w:color w:val="55605B"/>', more: spaced(0, 80, ' w:line="300" w:lineRule="atLeast"') })
  + style('Item', 'Report Item', { size: 24, more: `<w:tabs><w:tab w:val="left" w:pos="300"/></w:tabs>${spaced(0, 80, loose)}<w:ind w:left="300" w:hanging="300"/>` })
  + style('Picture', 'Report Picture', { size: 24, more: `<w:keepNext/>${spaced(80, 120)}` })
  + style('Gap', 'Report Gap', { size: 12, more: spaced(0, 0) })
  + ['TableText', 'TableSmall'].map((id) => {
    const [size, name] = id === 'TableText' ? [20, 'Report Table'] : [17, 'Report Small Table'];
    return style(id, name, { size, more: spaced(30, 30) }) + style(`${id}Head`, `${name} Head`, { size, run: hei, more: `<w:keepNext/>${spaced(40, 40)}<w:jc w:val="center"/>` });
  }).join('')
  + style('Footer', 'footer', { size: 18, run: '<w:color w:val="55605B"/>', more: '<w:jc w:val="center"/>' })
  + '</w:styles>');

const font = (name: string, other: string, family: string) => `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`;
export const fontsXml = declared(`<w:fonts ${w}>${font('宋体', 'SimSun', 'roman')}${font('黑体', 'SimHei', 'swiss')}</w:fonts>`);
