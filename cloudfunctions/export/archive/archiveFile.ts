/**
 * 验收资料 of a circle: everything that is made of the snapshot, what was published with what it takes to check it, photos of shop fronts, what is still
 * missing, and a list of all of it with hashes. The first one is kept.
 */
import { fullDateTime } from '../../../domain/calendar';
import { lackingOf } from '../../../domain/report/lacking';
import { circlePhotos } from '../../../database/queries/circlePhotos';
import { dropExportParts, exportParts, type ExportJob } from '../../../database/queries/exportJobs';
import { keepReport, type Report } from '../../../database/queries/reports';
import { audit } from '../../runtime/audit';
import { sha256 } from '../../runtime/hashing';
import { asFileName } from '../fileName';
import type { Making, Snapshot } from '../making';
import { givenOf, reportFile } from '../report/reportFile';
import { tableFile } from '../tables/tableFile';
import { zipped } from '../zipped';
import { photoFolder } from './photos';
import { forPeople } from './text';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const manifest = '清单.txt';
const tableStep = 'table:';

export const archiveFile = async (making: Making, job: ExportJob, snapshot: Snapshot): Promise<Report> => {
  const { db, now, by } = making;
  const circle = job.circle_id!;
  const files: Record<string, Uint8Array> = {};
  for (const step of job.steps.filter((one) => one.startsWith(tableStep))) {
    const { name, content } = await tableFile(making, snapshot, step.slice(tableStep.length));
    files[`统计表/${asFileName(name)}`] = content;
  }
  const report = await reportFile(making, snapshot);
  files[report.name] = report.content;
  for (const { path, content } of await exportParts(db, job.id)) files[path] = content;
  const photos = Object.keys(files).filter((path) => path.startsWith(`${photoFolder}/`)).length;
  const given = await givenOf(making, snapshot);
  const name = snapshot.sheet.places.find(({ kind, id }) => kind === 'circle' && id === circle)!.name;
  files['还缺什么.txt'] = forPeople([
    `${name}：离验收还缺什么`, `按快照「${snapshot.name}」（${fullDateTime(snapshot.at)}）写的。`, ...lackingOf(given, circle).flatMap(({ about, items }) => ['', `【${about}】`, ...items.map((one, i) => `${i + 1}. ${one}`)]),
  ]);
  files['说明.txt'] = forPeople(readMe({ name, snapshot, photos, all: (await circlePhotos(db, circle)).length, made: now.toISOString(), hash: hex(snapshot.hash) }));
  const paths = Object.keys(files).sort();
  files[manifest] = forPeople([`快照「${snapshot.name}」 SHA-256 ${hex(snapshot.hash)}`, ...paths.map((path) => `${hex(sha256(files[path]!))}  ${path}`)]);
  const content = zipped(Object.fromEntries([manifest, ...paths].map((path) => [path, files[path]!])), (path) => (/\.(xlsx|docx|jpg|png|webp)$/.test(path) ? 0 : 6));
  const archive = await keepReport(db, { snapshot_id: snapshot.id, kind: 'archive', circle_id: circle, street_code: null, name: `验收资料-${asFileName(name)}-${asFileName(snapshot.name)}.zip`, template_hash: null, content, hash: sha256(content), at: now.toISOString(), by });
  await dropExportParts(db, job.id);
  await audit({ db, caller: { person: by }, now }, 'report.made', snapshot.id, { table: 'archive', circle, hash: hex(archive.hash) });
  return archive;
};

interface Said { readonly name: string; readonly snapshot: Snapshot; readonly photos: number; /** On the map now. */ readonly all: number; readonly made: string; readonly hash: string }
const readMe = ({ name, snapshot, photos, all, made, hash }: Said): string[] => [
  `${name}验收资料`,
  `快照「${snapshot.name}」，数截至 ${fullDateTime(snapshot.at)}，指纹（SHA-256）${hash}。${fullDateTime(made)} 做的。${snapshot.demo ? '里面有演示数据，不能上报。' : ''}`,
  '',
  '里面有：',
  '统计表/：五张统计表，全区的，和系统里下载的是同一个文件。',
  '工作总结报告：全区的，和系统里下载的是同一个文件。',
  '发布结果/：这个圈每次发布的数，.json 里是全部内容：来源、答卷数、区间、结论、每一道题。',
  `封存/：每一轮的定义和到快照为止的封存。轮次定义那个文件的 SHA-256，就是这一轮第一片叶子里的定义哈希；封存的根可以和贴在外面的封存号对。`,
  `照片/：图上网点的店面照片 ${photos} 张（做的时候公开的一共 ${all} 张${photos < all ? '；太多的没有放，或做的时候已经删了' : ''}）。照片是做的那一天的，不是快照那一天的。`,
  '还缺什么.txt：离验收还差的。',
  `${manifest}：每个文件的 SHA-256。`,
  '',
  '里面没有：',
  '一份一份的答卷、谁答过、居民写的话：系统里谁也拿不出来，见 PRIVACY.md。',
  '店主的姓名、电话、执照号，执照照片，反映问题的照片，社区见证的照片：不公开，要看请在系统里按权限看。',
  '没有通过检查的照片。',
];
